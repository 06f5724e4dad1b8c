import { exclusionsOf, type Maintenance, withoutExcluded } from './maintenance';

const MINUTE = 60_000;
const at = (time: string) => Date.parse(`2026-11-10T${time}Z`);
const work: Maintenance[] = [
  { id: 'b', reason: 'Disks', from: '2026-11-10T04:00:00Z', to: '2026-11-10T05:00:00Z', services: ['db'] },
  { id: 'a', reason: 'Network', from: '2026-11-10T02:00:00+01:00', to: '2026-11-10T02:10:00+01:00' },
];
const day = { fromMs: at('00:00'), toMs: at('23:00') };

describe('exclusionsOf', () => {
  it('takes what concerns a service, in order of time', () => {
    expect(exclusionsOf(work, 'db', day).map(({ reason }) => reason)).toEqual(['Network', 'Disks']);
    expect(exclusionsOf(work, 'web', day)).toEqual([{ fromMs: at('01:00'), toMs: at('01:10'), reason: 'Network' }]);
  });

  it('leaves out what does not touch the time', () => {
    expect(exclusionsOf(work, 'db', { fromMs: at('05:00'), toMs: at('06:00') })).toEqual([]);
    expect(exclusionsOf(undefined, 'db', day)).toEqual([]);
  });
});

describe('withoutExcluded', () => {
  const slices = ['01:00', '01:05', '01:10', '01:15'].map((time) => ({
    endMs: at(time),
    totalEvents: 100,
    badEvents: 50,
  }));

  it('drops every slice that overlaps', () => {
    const exclusions = exclusionsOf(work, 'web', day);
    const kept = withoutExcluded({ stepMs: 5 * MINUTE, slices }, exclusions).slices;
    // 00:55–01:00 ends when the work begins, 01:10–01:15 begins when it ends.
    expect(kept.map(({ endMs }) => endMs)).toEqual([at('01:00'), at('01:15')]);
  });

  it('changes nothing without exclusions', () => {
    const counts = { stepMs: 5 * MINUTE, slices };
    expect(withoutExcluded(counts, [])).toBe(counts);
  });
});
