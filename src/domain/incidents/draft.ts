import { severityOfAlerts } from './severity';
import {
  type AlertGroup,
  INCIDENT_STATUSES,
  type IncidentDraft,
  type IncidentStatus,
  type TimelineEntry,
} from './types';

/**
 * The incident that a group of alerts begins: one for the group, however often its alerts notify. Its id comes from the
 * group, so two incidents of one second differ and the same group gives the same draft.
 */
export function draftOfGroup(group: AlertGroup, nowMs: number): IncidentDraft {
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
    timeline: inOrder(
      group.alerts.map((alert) => ({
        atMs: alert.activeAtMs ?? nowMs,
        kind: 'alert' as const,
        text: `${alert.name} ${alert.state === 'pending' ? 'is pending' : 'fires'}: ${alert.annotations['summary'] ?? 'no summary'}`,
      }))
    ),
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

/**
 * Moves an incident on, or opens it again; both stand in its timeline.
 * @returns the draft as it was when the step is not allowed (see `nextStatuses`).
 */
export function withStatus(draft: IncidentDraft, status: IncidentStatus, nowMs: number): IncidentDraft {
  if (!nextStatuses(draft.status).includes(status)) {
    return draft;
  }
  const text = status === 'open' ? `Opened again (was ${draft.status})` : `${draft.status} → ${status}`;
  return withEntry({ ...draft, status }, { atMs: nowMs, kind: 'status', text });
}

/** Gives an incident to somebody. */
export function withAssignee(draft: IncidentDraft, assignedTo: string, nowMs: number): IncidentDraft {
  return withEntry({ ...draft, assignedTo }, { atMs: nowMs, kind: 'assignment', text: `Assigned to ${assignedTo}` });
}

function inOrder(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return [...entries].sort((a, b) => a.atMs - b.atMs);
}
