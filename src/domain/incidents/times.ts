import { INCIDENT_STATUSES, type IncidentDraft, type IncidentStatus } from './types';

/** When an incident reached its statuses, since it was opened (again) last; those that it left out are absent. */
export function statusTimes(draft: IncidentDraft): Partial<Record<IncidentStatus, number>> {
  const times: Partial<Record<IncidentStatus, number>> = { open: draft.createdAtMs };
  for (const { status, atMs } of draft.timeline) {
    if (status === 'open') {
      INCIDENT_STATUSES.forEach((one) => delete times[one]);
    }
    if (status !== undefined) {
      times[status] = atMs;
    }
  }
  return times;
}

/** When somebody first took it up: was given it, or moved it on. */
export function acknowledgedAtMs({ timeline }: IncidentDraft): number | undefined {
  return timeline.find(({ kind, status }) => kind === 'assignment' || (status !== undefined && status !== 'open'))
    ?.atMs;
}

/**
 * When it was over: its last alert was, or somebody said so, whichever came first. Who resolves an incident the morning
 * after does not make it longer.
 * @returns undefined while it goes on, or its alerts may.
 */
export function endedAtMs(draft: IncidentDraft): number | undefined {
  const ends = draft.alerts.map((alert) => alert.endedAtMs);
  const alertsEndMs =
    ends.length > 0 && ends.every((end) => end !== undefined) ? Math.max(...(ends as number[])) : undefined;
  const resolvedMs = draft.status === 'resolved' ? statusTimes(draft).resolved : undefined;
  const known = [alertsEndMs, resolvedMs].filter((end) => end !== undefined);
  return known.length > 0 ? Math.max(draft.createdAtMs, Math.min(...known)) : undefined;
}

/** How long it took, in milliseconds from the first alert on. */
export interface IncidentTimes {
  acknowledgedAfterMs?: number | undefined;
  /** Of resolved incidents only. */
  recoveredAfterMs?: number | undefined;
}

export function incidentTimes(draft: IncidentDraft): IncidentTimes {
  const since = (atMs: number | undefined) => (atMs === undefined ? undefined : Math.max(0, atMs - draft.createdAtMs));
  return {
    acknowledgedAfterMs: since(acknowledgedAtMs(draft)),
    recoveredAfterMs: draft.status === 'resolved' ? since(endedAtMs(draft)) : undefined,
  };
}

/** A mean and what it rests on. */
export interface MeanTime {
  meanMs: number;
  count: number;
}

/** Mean times to acknowledge (MTTA) and to recover (MTTR); absent without any incident that has one. */
export function meanTimes(drafts: readonly IncidentDraft[]): { mtta?: MeanTime; mttr?: MeanTime } {
  const times = drafts.map(incidentTimes);
  const mtta = meanOf(times.map(({ acknowledgedAfterMs }) => acknowledgedAfterMs));
  const mttr = meanOf(times.map(({ recoveredAfterMs }) => recoveredAfterMs));
  return { ...(mtta ? { mtta } : {}), ...(mttr ? { mttr } : {}) };
}

function meanOf(values: ReadonlyArray<number | undefined>): MeanTime | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0
    ? { meanMs: known.reduce((sum, value) => sum + value, 0) / known.length, count: known.length }
    : undefined;
}
