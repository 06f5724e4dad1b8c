import fc from 'fast-check';
import { type Alert } from '../alerts/types';
import { alertId } from './alertId';
import { draftOfGroup, withStatus } from './draft';
import { alertsNow, groupOfDraft, keyOfGroup, withAlertsNow } from './joinAlerts';
import { type AlertGroup } from './types';

const AT_MS = Date.UTC(2026, 0, 31, 4, 0, 0);
const MINUTE_MS = 60_000;

const alert = (name: string, severity = 'warning', activeAtMs = AT_MS): Alert => ({
  ruleId: name,
  name,
  state: 'firing',
  severity,
  labels: { service: name },
  annotations: { summary: `${name} hurts` },
  activeAtMs,
  value: null,
  source: { id: 'p', kind: 'data-source', name: 'P' },
});

const group = (id: string, ...alerts: Alert[]): AlertGroup => ({
  id,
  alerts,
  startedAtMs: alerts[0]?.activeAtMs ?? null,
  services: alerts.map(({ name }) => ({ system: 's', service: name })),
  reason: '',
});

const [slow, down] = [alert('Slow'), alert('Down', 'critical', AT_MS + 5 * MINUTE_MS)];
const draft = draftOfGroup(group('g', slow), AT_MS + MINUTE_MS);
const at = (minute: number, groups: AlertGroup[], isComplete = true) =>
  alertsNow(
    groups,
    groups.flatMap(({ alerts }) => alerts),
    { isComplete, atMs: AT_MS + minute * MINUTE_MS }
  );

describe('withAlertsNow', () => {
  it('changes nothing while nothing changed', () => {
    expect(withAlertsNow('g', draft, at(2, [group('g', slow)]))).toBe(draft);
  });

  it('takes in an alert that joins, with its service, and a worse severity', () => {
    const joined = withAlertsNow('g', draft, at(6, [group('g', slow, down)]));
    expect(joined.severity).toBe('critical');
    expect(joined.alerts.map(({ name }) => name)).toEqual(['Slow', 'Down']);
    expect(joined.affectedServices.map(({ service }) => service)).toEqual(['Slow', 'Down']);
    expect(joined.timeline.slice(-2).map(({ atMs, text }) => [atMs - AT_MS, text])).toEqual([
      [5 * MINUTE_MS, 'Down fires: Down hurts'],
      [6 * MINUTE_MS, 'Severity medium → critical: a worse alert joined'],
    ]);
    expect(withAlertsNow('g', joined, at(7, [group('g', slow, down)]))).toBe(joined);
  });

  it('never lowers a severity', () => {
    const grave = { ...draft, severity: 'critical' as const };
    expect(withAlertsNow('g', grave, at(6, [group('g', slow, alert('Info', 'info'))])).severity).toBe('critical');
  });

  it('follows its alerts when the group has another name', () => {
    const renamed = at(6, [group('other', down, slow)]);
    expect(groupOfDraft('g', draft, renamed)?.id).toBe('other');
    expect(keyOfGroup('other', { g: draft }, renamed)).toBe('g');
    expect(withAlertsNow('g', draft, renamed).alerts).toHaveLength(2);
  });

  it('notes when an alert is over, and when it comes back', () => {
    const over = withAlertsNow('g', draft, at(9, []));
    expect(over.alerts[0]?.endedAtMs).toBe(AT_MS + 9 * MINUTE_MS);
    expect(over.timeline.at(-1)?.text).toBe('Slow was seen to be over');
    const again = alert('Slow', 'warning', AT_MS + 12 * MINUTE_MS);
    const back = withAlertsNow('g', over, at(13, [group('new', again)]));
    expect(back.alerts).toEqual([expect.objectContaining({ id: alertId(again), startedAtMs: AT_MS + 12 * MINUTE_MS })]);
    expect(back.alerts[0]?.endedAtMs).toBeUndefined();
  });

  it('takes nobody’s silence for an end', () => {
    expect(withAlertsNow('g', draft, at(9, [], false))).toBe(draft);
  });

  it('leaves a resolved incident alone when its alert fires anew', () => {
    const resolved = withStatus(withAlertsNow('g', draft, at(9, [])), 'resolved', { atMs: AT_MS + 10 * MINUTE_MS });
    const again = at(20, [group('new', alert('Slow', 'warning', AT_MS + 19 * MINUTE_MS))]);
    expect(withAlertsNow('g', resolved, again)).toBe(resolved);
    expect(keyOfGroup('new', { g: resolved }, again)).toBeUndefined();
  });

  it('still notes the end of an alert that outlives its incident', () => {
    const early = withStatus(draft, 'resolved', { atMs: AT_MS + 3 * MINUTE_MS });
    expect(withAlertsNow('g', early, at(9, [])).alerts[0]?.endedAtMs).toBe(AT_MS + 9 * MINUTE_MS);
  });

  it('comes to rest: the same moment twice changes nothing more', () => {
    const names = fc.uniqueArray(fc.constantFrom('Slow', 'Down', 'Full', 'Late'), { maxLength: 4 });
    fc.assert(
      fc.property(names, fc.boolean(), (firing, isComplete) => {
        const groups = firing.length > 0 ? [group('any', ...firing.map((name) => alert(name)))] : [];
        const once = withAlertsNow('g', draft, at(9, groups, isComplete));
        expect(withAlertsNow('g', once, at(10, groups, isComplete))).toBe(once);
        expect(once.timeline).toEqual(expect.arrayContaining([...draft.timeline]));
      })
    );
  });
});
