import { type Alert } from '../alerts/types';
import { alertId } from './alertId';
import { fires, incidentAlert, inOrder } from './draft';
import { type Drafts } from './parseDrafts';
import { keyOfService } from './serviceGraph';
import { severityOfAlerts } from './severity';
import {
  type AlertGroup,
  type IncidentAlert,
  INCIDENT_SEVERITIES,
  type IncidentDraft,
  type TimelineEntry,
} from './types';

/** The groups of this moment, found by their names and by their alerts. */
export interface GroupIndex {
  byId: ReadonlyMap<string, AlertGroup>;
  /** By `alertId`. */
  byAlert: ReadonlyMap<string, { group: AlertGroup; alert: Alert }>;
}

/** What is known of the alerts of this moment. */
export interface AlertsNow extends GroupIndex {
  /** Ids of all that are active, in whatever state. */
  activeIds: ReadonlySet<string>;
  /** False when a source did not answer: an alert that is missing may still fire. */
  isComplete: boolean;
  atMs: number;
}

/** Looks at thousands of alerts once, however many incidents are kept. */
export function alertsNow(
  groups: readonly AlertGroup[],
  alerts: readonly Alert[],
  more: { isComplete: boolean; atMs: number }
): AlertsNow {
  return {
    ...more,
    byId: new Map(groups.map((group) => [group.id, group])),
    byAlert: new Map(groups.flatMap((group) => group.alerts.map((alert) => [alertId(alert), { group, alert }]))),
    activeIds: new Set(alerts.map(alertId)),
  };
}

/**
 * The group that an incident is about now. Groups are named after their oldest alert, so the name changes when that one
 * ends or an older one joins: any alert in common makes it the same incident. One that was resolved takes nothing new.
 */
export function groupOfDraft(key: string, draft: IncidentDraft, now: GroupIndex): AlertGroup | undefined {
  const shared = draft.alerts.flatMap(({ id, startedAtMs }) => {
    const found = now.byAlert.get(id);
    // After the end it is another incident that the same alert begins.
    const isSame = draft.status !== 'resolved' || startedAtMs === found?.alert.activeAtMs;
    return found && isSame ? [found.group] : [];
  });
  return now.byId.get(key) ?? shared[0];
}

/** The key of the kept incident that a group belongs to; undefined when it is a new one. */
export function keyOfGroup(groupId: string, drafts: Drafts, now: GroupIndex): string | undefined {
  return drafts[groupId]
    ? groupId
    : Object.entries(drafts).find(([key, draft]) => groupOfDraft(key, draft, now)?.id === groupId)?.[0];
}

/**
 * The draft with what became of its alerts: those that joined, those that came back, those that are over. A worse alert
 * that joins raises the severity, and nothing lowers it.
 * @returns the same object when nothing changed.
 */
export function withAlertsNow(key: string, draft: IncidentDraft, now: AlertsNow): IncidentDraft {
  if (draft.status === 'resolved' && draft.alerts.every(({ endedAtMs }) => endedAtMs !== undefined)) {
    return draft;
  }
  const group = draft.status === 'resolved' ? undefined : groupOfDraft(key, draft, now);
  const joined = (group?.alerts ?? []).filter((alert) => !isGoingOn(draft, alertId(alert)));
  const ended = now.isComplete ? endedOf(draft, now) : [];
  if (joined.length === 0 && ended.length === 0) {
    return draft;
  }
  const worst = severityOfAlerts(joined);
  const isRaised =
    joined.length > 0 && INCIDENT_SEVERITIES.indexOf(worst) > INCIDENT_SEVERITIES.indexOf(draft.severity);
  const entries: TimelineEntry[] = [
    ...joined.map((alert) => fires(alert, now.atMs)),
    ...ended.map(({ name }) => ({ atMs: now.atMs, kind: 'alert' as const, text: `${name} was seen to be over` })),
    ...(isRaised
      ? [
          {
            atMs: now.atMs,
            kind: 'status' as const,
            text: `Severity ${draft.severity} → ${worst}: a worse alert joined`,
          },
        ]
      : []),
  ];
  return {
    ...draft,
    severity: isRaised ? worst : draft.severity,
    affectedServices: united(draft, group),
    alerts: alertsAfter(draft, joined, ended, now.atMs),
    timeline: inOrder([...draft.timeline, ...entries]),
    updatedAtMs: Math.max(draft.updatedAtMs, now.atMs),
  };
}

function isGoingOn({ alerts }: IncidentDraft, id: string): boolean {
  return alerts.some((alert) => alert.id === id && alert.endedAtMs === undefined);
}

function endedOf({ alerts }: IncidentDraft, now: AlertsNow): IncidentAlert[] {
  return alerts.filter(({ id, endedAtMs }) => endedAtMs === undefined && !now.activeIds.has(id));
}

/** One that came back takes the place of its end. */
function alertsAfter(
  { alerts }: IncidentDraft,
  joined: readonly Alert[],
  ended: readonly IncidentAlert[],
  atMs: number
): IncidentAlert[] {
  const added = joined.map(incidentAlert);
  const kept = alerts
    .filter(({ id }) => !added.some((alert) => alert.id === id))
    .map((alert) => (ended.includes(alert) ? { ...alert, endedAtMs: atMs } : alert));
  return [...kept, ...added].sort((a, b) => (a.startedAtMs ?? atMs) - (b.startedAtMs ?? atMs));
}

function united(draft: IncidentDraft, group: AlertGroup | undefined) {
  const all = [...draft.affectedServices, ...(group?.services ?? [])];
  return [...new Map(all.map((service) => [keyOfService(service), service])).values()];
}
