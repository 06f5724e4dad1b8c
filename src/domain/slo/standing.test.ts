import { type Sample } from '../metrics/types';
import { byExhaustion, type SloAnswers, standings, type SystemSlo } from './standing';
import { type Slo } from './types';

const slo = (id: string, windowDays = 28): SystemSlo => ({
  system: 'enis',
  slo: {
    id,
    title: id,
    service: 's',
    sli: { kind: 'boolean', gauge: { metric: 'up' } },
    targetRatio: 0.99,
    windowDays,
  } satisfies Slo,
});
const sample = (id: string, value: number, window?: string, system = 'enis'): Sample => ({
  labels: { system, slo: id, ...(window ? { window } : {}) },
  timeMs: 0,
  value,
});
const own = (id: string, value: number) => sample(id, value, '28d');

const answers = (changes: Partial<SloAnswers> = {}): SloAnswers => ({
  bad: [own('worn', 9), own('spent', 30), own('fine', 0), own('idle', 0)],
  total: [own('worn', 1000), own('spent', 1000), own('fine', 1000), own('idle', 0)],
  // 28 days of five-minute counts are 8,064.
  counts: [own('worn', 8064), own('spent', 4032), own('fine', 8064)],
  levels: [],
  ratios: [],
  ...changes,
});

describe('standings', () => {
  it('joins by system and objective and puts the worst first', () => {
    const result = standings([slo('fine'), slo('worn'), slo('idle'), slo('missing'), slo('spent')], answers());
    expect(result.map((one) => [one.slo.id, one.attainment.state])).toEqual([
      ['spent', 'breached'],
      ['worn', 'critical'],
      ['missing', 'no-data'],
      ['idle', 'no-traffic'],
      ['fine', 'ok'],
    ]);
    expect(result[0]?.attainment.coverageRatio).toBeCloseTo(0.5, 10);
  });

  it('does not take another system’s events', () => {
    const foreign = answers({ total: [sample('fine', 1000, '28d', 'other')] });
    expect(standings([slo('fine')], foreign)[0]?.attainment.state).toBe('no-data');
  });

  it('has no data when the bad events could not be asked, or nobody answered about the window', () => {
    expect(standings([slo('fine')], answers({ bad: undefined }))[0]?.attainment.state).toBe('no-data');
    expect(standings([slo('fine', 7)], answers())[0]?.attainment.state).toBe('no-data');
  });

  it('judges a level by its own value', () => {
    const lag: SystemSlo = {
      system: 'enis',
      slo: {
        ...slo('lag').slo,
        sli: {
          kind: 'level',
          signal: { kind: 'gauge', title: 'Lag', unit: 'short', metric: 'lag', aggregation: 'max' },
          op: '<=',
          bound: 10,
        },
        targetRatio: undefined,
      },
    };
    const [standing] = standings([lag], answers({ levels: [sample('lag', 11)] }));
    expect(standing).toMatchObject({ attainment: { state: 'warning', level: 11 }, tiers: [], exhaustion: undefined });
  });
});

describe('burn-rate tiers and exhaustion', () => {
  const ratios = (id: string, values: Record<string, number>) =>
    Object.entries(values).map(([window, value]) => sample(id, value, window));

  it('reckons with the fastest tier that fires', () => {
    // 13.44 and 5.6 times 1 % are the limits of 28 days.
    const [standing] = standings(
      [slo('worn')],
      answers({ ratios: ratios('worn', { '5m': 0.2, '1h': 0.2, '30m': 0.2, '6h': 0.07, '2h': 0.1, '1d': 0.02 }) })
    );
    expect(standing?.tiers.map(({ condition }) => condition)).toEqual(['firing', 'firing', 'short-only', 'no-traffic']);
    // 10 % of 28 days, twenty times as fast: 3.36 h.
    expect(standing?.exhaustion).toMatchObject({ window: '1h' });
    expect(standing?.exhaustion?.burn).toBeCloseTo(20, 9);
    expect((standing?.exhaustion?.inMs ?? NaN) / 3_600_000).toBeCloseTo(3.36, 6);
  });

  it('reckons with a day when nothing fires', () => {
    const [standing] = standings([slo('worn')], answers({ ratios: ratios('worn', { '1d': 0.005, '1h': 0 }) }));
    // 10 % of 28 days at half the allowed speed: 5.6 days.
    expect(standing?.exhaustion).toMatchObject({ window: '1d' });
    expect((standing?.exhaustion?.inMs ?? NaN) / 86_400_000).toBeCloseTo(5.6, 6);
  });

  it('knows nothing about tiers when the ratios could not be asked', () => {
    const [standing] = standings([slo('worn')], answers({ ratios: undefined }));
    expect(new Set(standing?.tiers.map(({ condition }) => condition))).toEqual(new Set(['no-data']));
    expect(standing?.exhaustion).toBeUndefined();
  });

  it('sorts by what is exhausted first', () => {
    const all = [slo('fine'), slo('worn'), slo('idle'), slo('missing'), slo('spent')];
    const burning = [
      ...ratios('fine', { '1d': 0.0001 }),
      ...ratios('worn', { '1d': 0.01 }),
      ...ratios('spent', { '1d': 0 }),
    ];
    const sorted = [...standings(all, answers({ ratios: burning }))].sort(byExhaustion);
    expect(sorted.map((one) => one.slo.id)).toEqual(['spent', 'worn', 'fine', 'missing', 'idle']);
  });
});
