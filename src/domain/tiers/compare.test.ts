import { byConcern, compareWithYesterday, measured, type Measurement } from './compare';

const duration = (now: number | undefined, before: number | undefined): Measurement => ({
  title: 'Duration p95',
  unit: 's',
  direction: 'lower-is-better',
  now,
  before,
});
const failures = (now: number, before: number): Measurement => ({
  title: 'Failed',
  unit: 'percentunit',
  direction: 'lower-is-better',
  now,
  before,
});

describe('compareWithYesterday', () => {
  it('judges by the direction of the signal', () => {
    // 2.88 is 3.2 times 0.9.
    expect(compareWithYesterday(duration(2.88, 0.9))).toMatchObject({
      kind: 'worse',
      words: '3.2 times as much as yesterday (worse)',
    });
    // 0.6 is 20 % below 0.75.
    expect(compareWithYesterday(duration(0.6, 0.75))).toMatchObject({
      kind: 'better',
      words: '-20 % against yesterday (better)',
    });
  });

  it('leaves a neutral signal without judgement', () => {
    const executions = { title: 'Executions', unit: 'ops', direction: 'neutral' as const, now: 1.5, before: 1 };
    expect(compareWithYesterday(executions)).toMatchObject({ kind: 'changed', words: '+50 % against yesterday' });
  });

  it('compares shares in points', () => {
    // 1.2 % and 0.4 % are 0.8 points apart.
    expect(compareWithYesterday(failures(0.012, 0.004))).toMatchObject({
      kind: 'worse',
      words: '+0.8 points against yesterday (worse)',
    });
  });

  it('takes a tenth, and a tenth of a point, for noise', () => {
    expect(compareWithYesterday(duration(1.09, 1)).kind).toBe('same');
    expect(compareWithYesterday(duration(1.11, 1)).kind).toBe('worse');
    // Four times as many, and still only 0.06 points.
    expect(compareWithYesterday(failures(0.0008, 0.0002)).kind).toBe('same');
    expect(compareWithYesterday(failures(0, 0)).kind).toBe('same');
  });

  it('takes a share of few events for chance when it may be', () => {
    // 2 of 1000 and 0.7 of 1400: the standard error is √(0.002/1000 + 0.0005/1400) ≈ 0.0015, and they are 0.0015 apart.
    const few = { ...failures(0.002, 0.0005), events: { now: 1000, before: 1400 } };
    expect(compareWithYesterday(few).kind).toBe('same');
    // A hundred times as many: ten times as sure.
    expect(compareWithYesterday({ ...few, events: { now: 100_000, before: 140_000 } }).kind).toBe('worse');
  });

  it('tells what was not recorded from what stopped', () => {
    expect(compareWithYesterday(duration(1, undefined))).toMatchObject({
      kind: 'unknown',
      words: 'not recorded yesterday',
    });
    expect(compareWithYesterday(duration(undefined, 1)).kind).toBe('stopped');
    expect(compareWithYesterday(duration(undefined, undefined)).words).toBe('measured on neither day');
  });

  it('sorts what stopped first, then what got worse by how much', () => {
    const changes = [
      duration(1, 1),
      duration(0.5, 1),
      duration(2, 1),
      duration(1, undefined),
      duration(9, 1),
      duration(undefined, 1),
    ].map(compareWithYesterday);
    expect(changes.sort(byConcern).map(({ kind, now }) => [kind, now])).toEqual([
      ['stopped', undefined],
      ['worse', 9],
      ['worse', 2],
      ['better', 0.5],
      ['same', 1],
      ['unknown', 1],
    ]);
  });

  it('writes a side that is missing as a dash', () => {
    expect(measured('s', 0.9)).toBe('900 ms');
    expect(measured('s', undefined)).toBe('–');
  });
});
