import { draftOfGroup, takenBy, withAssignee, withStatus } from './draft';
import { acknowledgedAtMs, endedAtMs, incidentTimes, meanTimes, statusTimes } from './times';
import { type IncidentDraft } from './types';

const AT_MS = Date.UTC(2026, 0, 31, 4, 0, 0);
const minute = (count: number) => AT_MS + count * 60_000;
const MINUTES = (count: number) => count * 60_000;

const base: IncidentDraft = {
  ...draftOfGroup({ id: 'g', alerts: [], startedAtMs: AT_MS, services: [], reason: '' }, minute(1)),
  alerts: [{ id: 'a', name: 'A', labels: {}, startedAtMs: AT_MS }],
};
const withEnd = (draft: IncidentDraft, endMs: number): IncidentDraft => ({
  ...draft,
  alerts: draft.alerts.map((alert) => ({ ...alert, endedAtMs: endMs })),
});
const resolved = (draft: IncidentDraft, atMs: number) => withStatus(draft, 'resolved', { atMs });

describe('times of an incident', () => {
  it('are those at which its statuses were reached since it was opened last', () => {
    const moved = resolved(takenBy(base, 'Ada', minute(3)), minute(14));
    expect(statusTimes(moved)).toEqual({ open: AT_MS, investigating: minute(3), resolved: minute(14) });
    expect(statusTimes(withStatus(moved, 'open', { atMs: minute(20) }))).toEqual({ open: minute(20) });
  });

  it('count as acknowledged what somebody was given or moved on', () => {
    expect(acknowledgedAtMs(base)).toBeUndefined();
    expect(acknowledgedAtMs(withAssignee(base, 'Ada', { atMs: minute(2) }))).toBe(minute(2));
    expect(acknowledgedAtMs(withStatus(base, 'identified', { atMs: minute(4) }))).toBe(minute(4));
  });

  it('end with the alerts or with the word of somebody, whichever is first', () => {
    expect(endedAtMs(base)).toBeUndefined();
    expect(endedAtMs(withEnd(base, minute(12)))).toBe(minute(12));
    // Nobody gets up again to press a button.
    expect(endedAtMs(resolved(withEnd(base, minute(12)), minute(600)))).toBe(minute(12));
    expect(endedAtMs(resolved(base, minute(10)))).toBe(minute(10));
    expect(endedAtMs(resolved(withEnd(base, minute(12)), minute(10)))).toBe(minute(10));
  });

  it('are no recovery before it is resolved', () => {
    expect(incidentTimes(withEnd(takenBy(base, 'Ada', minute(3)), minute(12)))).toEqual({
      acknowledgedAfterMs: MINUTES(3),
      recoveredAfterMs: undefined,
    });
  });

  it('have means over the incidents that have one', () => {
    const one = resolved(takenBy(base, 'Ada', minute(2)), minute(10));
    const other = resolved(takenBy(base, 'Bo', minute(6)), minute(20));
    expect(meanTimes([one, other, base])).toEqual({
      mtta: { meanMs: MINUTES(4), count: 2 },
      mttr: { meanMs: MINUTES(15), count: 2 },
    });
    expect(meanTimes([base])).toEqual({});
  });
});
