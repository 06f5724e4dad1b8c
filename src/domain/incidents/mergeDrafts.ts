import { inOrder } from './draft';
import { keyOfService } from './serviceGraph';
import { type IncidentDraft } from './types';

/**
 * Two people's drafts of one incident as one: everything that either wrote down, and where they say different things, the
 * word of the one that was changed later.
 */
export function mergeDrafts(one: IncidentDraft, other: IncidentDraft): IncidentDraft {
  const [older, newer] = one.updatedAtMs <= other.updatedAtMs ? [one, other] : [other, one];
  const union = <T>(key: (item: T) => string, ...lists: ReadonlyArray<readonly T[]>) => [
    ...new Map(lists.flat().map((item) => [key(item), item])).values(),
  ];
  return {
    ...newer,
    assignedTo: newer.assignedTo ?? older.assignedTo,
    impact: newer.impact ?? older.impact,
    annotation: newer.annotation ?? older.annotation,
    createdAtMs: Math.min(one.createdAtMs, other.createdAtMs),
    affectedServices: union(keyOfService, older.affectedServices, newer.affectedServices),
    alerts: union(({ id }) => id, older.alerts, newer.alerts),
    timeline: inOrder(
      union(({ atMs, kind, text }) => JSON.stringify([atMs, kind, text]), older.timeline, newer.timeline)
    ),
  };
}

/** True when the second knows nothing that the first does not. */
export function holds(own: IncidentDraft, shared: IncidentDraft): boolean {
  const merged = mergeDrafts(shared, own);
  return (
    merged.timeline.length === own.timeline.length &&
    merged.alerts.length === own.alerts.length &&
    merged.affectedServices.length === own.affectedServices.length &&
    (own.updatedAtMs >= shared.updatedAtMs || (own.status === shared.status && own.severity === shared.severity))
  );
}
