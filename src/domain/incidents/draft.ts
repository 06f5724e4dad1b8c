import { type Alert } from '../alerts/types';
import { alertId } from './alertId';
import { severityOfAlerts } from './severity';
import {
  type AlertGroup,
  type IncidentAlert,
  INCIDENT_STATUSES,
  type IncidentDraft,
  type IncidentSeverity,
  type IncidentStatus,
  type TimelineEntry,
} from './types';

/**
 * The incident that a group of alerts begins: one for the group, however often its alerts notify. Its id comes from the
 * group, so two incidents of one second differ and the same group gives the same draft.
 * @param suggested names of remedies, for the timeline.
 */
export function draftOfGroup(group: AlertGroup, nowMs: number, suggested: readonly string[] = []): IncidentDraft {
  const [first] = group.alerts;
  const createdAtMs = group.startedAtMs ?? nowMs;
  return {
    id: `INC-${group.id}`.toUpperCase(),
    title: first?.annotations['summary'] ?? first?.name ?? 'Unknown alert',
    description: first?.annotations['description'] ?? '',
    severity: severityOfAlerts(group.alerts),
    status: 'open',
    affectedServices: group.services,
    createdAtMs,
    updatedAtMs: nowMs,
    alerts: group.alerts.map(incidentAlert),
    timeline: inOrder([
      ...group.alerts.map((alert) => fires(alert, nowMs)),
      ...(suggested.length > 0
        ? [{ atMs: nowMs, kind: 'suggestion' as const, text: `Suggested: ${suggested.join(', ')}` }]
        : []),
    ]),
  };
}

/** What is kept of an alert. */
export function incidentAlert(alert: Alert): IncidentAlert {
  const { name, severity, labels, activeAtMs } = alert;
  return { id: alertId(alert), name, severity, labels, startedAtMs: activeAtMs };
}

/** The timeline's word on an alert that began. */
export function fires({ name, state, annotations, activeAtMs }: Alert, nowMs: number): TimelineEntry {
  const verb = state === 'pending' ? 'is pending' : 'fires';
  return {
    atMs: activeAtMs ?? nowMs,
    kind: 'alert',
    text: `${name} ${verb}: ${annotations['summary'] ?? 'no summary'}`,
  };
}

/** Adds to the timeline; nothing that stands there is ever changed. */
export function withEntry(draft: IncidentDraft, entry: TimelineEntry): IncidentDraft {
  return {
    ...draft,
    timeline: inOrder([...draft.timeline, entry]),
    updatedAtMs: Math.max(draft.updatedAtMs, entry.atMs),
  };
}

/** The steps that may follow a status: any later one, and from a later one back to the beginning. */
export function nextStatuses(status: IncidentStatus): readonly IncidentStatus[] {
  const later = INCIDENT_STATUSES.slice(INCIDENT_STATUSES.indexOf(status) + 1);
  return status === 'open' ? later : [...later, 'open'];
}

/** When and by whom something was done. */
export interface Deed {
  atMs: number;
  by?: string | undefined;
}

/**
 * Moves an incident on, or opens it again; both stand in its timeline.
 * @returns the draft as it was when the step is not allowed (see `nextStatuses`).
 */
export function withStatus(draft: IncidentDraft, status: IncidentStatus, deed: Deed): IncidentDraft {
  if (!nextStatuses(draft.status).includes(status)) {
    return draft;
  }
  const text = status === 'open' ? `Opened again (was ${draft.status})` : `${draft.status} → ${status}`;
  return withEntry({ ...draft, status }, { ...deed, kind: 'status', text, status });
}

/** Gives an incident to somebody. */
export function withAssignee(draft: IncidentDraft, assignedTo: string, deed: Deed): IncidentDraft {
  return withEntry({ ...draft, assignedTo }, { ...deed, kind: 'assignment', text: `Assigned to ${assignedTo}` });
}

/** Takes an incident: it is somebody's, who begins to look. */
export function takenBy(draft: IncidentDraft, person: string, atMs: number): IncidentDraft {
  const assigned = draft.assignedTo === person ? draft : withAssignee(draft, person, { atMs, by: person });
  return draft.status === 'open' ? withStatus(assigned, 'investigating', { atMs, by: person }) : assigned;
}

/** Sets the severity. */
export function withSeverity(draft: IncidentDraft, severity: IncidentSeverity, deed: Deed): IncidentDraft {
  const text = `Severity ${draft.severity} → ${severity}`;
  return severity === draft.severity ? draft : withEntry({ ...draft, severity }, { ...deed, kind: 'status', text });
}

/** Says what users notice. */
export function withImpact(draft: IncidentDraft, impact: string, deed: Deed): IncidentDraft {
  return withEntry({ ...draft, impact }, { ...deed, kind: 'finding', text: `Impact: ${impact}` });
}

/** Notes that somebody carried a remedy out. Nothing here does so by itself. */
export function withRemedy(draft: IncidentDraft, remedy: { key: string; title: string }, deed: Deed): IncidentDraft {
  return withEntry(draft, { ...deed, kind: 'action', text: `Done: ${remedy.title}`, remedy: remedy.key });
}

/** Oldest first; what happened at the same time in the order in which it was written down. */
export function inOrder(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return [...entries].sort((a, b) => a.atMs - b.atMs);
}
