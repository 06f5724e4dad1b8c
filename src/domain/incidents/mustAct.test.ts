import { type Alert } from '../alerts/types';
import { mustAct } from './mustAct';

const NOW_MS = Date.UTC(2026, 0, 31, 4, 0);
const MINUTE_MS = 60_000;
const group = (severities: Array<string | undefined>, minutesAgo: number | null) => ({
  alerts: severities.map((severity) => ({ severity }) as Alert),
  startedAtMs: minutesAgo === null ? null : NOW_MS - minutesAgo * MINUTE_MS,
});

describe('mustAct', () => {
  it('counts each group by its worst alert, and says since when', () => {
    const groups = [group(['warning', 'critical'], 5), group(['high'], 14), group(['warning'], 2), group(['p0'], 1)];
    expect(mustAct(groups, NOW_MS)).toEqual({
      state: 'critical',
      sentence: 'Act now: 4 likely incidents, 2 critical and 1 high, the longest for 14 min.',
    });
  });

  it('does not call for haste over warnings, unknown severities among them', () => {
    expect(mustAct([group(['warning'], 3), group([undefined], 90)], NOW_MS)).toEqual({
      state: 'warning',
      sentence: '2 likely incidents, none critical or high, the longest for 1 h 30 min.',
    });
  });

  it('speaks of one', () => {
    expect(mustAct([group(['high'], 3)], NOW_MS)?.sentence).toBe('Act now: 1 likely incident, 1 high, for 3 min.');
  });

  it('leaves out what no alert says', () => {
    expect(mustAct([group(['critical'], null)], NOW_MS)?.sentence).toBe('Act now: 1 likely incident, 1 critical.');
  });

  it('takes a clock that is behind for no time at all', () => {
    expect(mustAct([group(['critical'], -2)], NOW_MS)?.sentence).toMatch(/for 0/);
  });

  it('has no answer when nothing is grouped: whether that is an all-clear is another question', () => {
    expect(mustAct([], NOW_MS)).toBeUndefined();
  });
});
