import { type Drafts } from './parseDrafts';
import { INCIDENT_SEVERITIES, type IncidentDraft } from './types';

export const INCIDENT_VIEWS = ['open', 'resolved', 'all'] as const;
export type IncidentView = (typeof INCIDENT_VIEWS)[number];

export interface IncidentFilter {
  view: IncidentView;
  /** Words that all have to occur: in title, id, status, severity, assignee, services, alerts or notes. */
  search: string;
}

/** An incident with the key that it is kept under. */
export interface KeptIncident {
  key: string;
  draft: IncidentDraft;
}

/** Open before resolved, severe before mild, then what began last. */
export function listIncidents(drafts: Drafts, { view, search }: IncidentFilter): KeptIncident[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return Object.entries(drafts)
    .map(([key, draft]) => ({ key, draft }))
    .filter(({ draft }) => view === 'all' || isResolved(draft) === (view === 'resolved'))
    .filter(({ draft }) => words.every((word) => textOf(draft).includes(word)))
    .sort(
      ({ draft: a }, { draft: b }) =>
        Number(isResolved(a)) - Number(isResolved(b)) ||
        (isResolved(a) ? 0 : rank(b) - rank(a)) ||
        b.createdAtMs - a.createdAtMs
    );
}

/** How many there are in each view. */
export function countViews(drafts: Drafts): Record<IncidentView, number> {
  const all = Object.values(drafts);
  const resolved = all.filter(isResolved).length;
  return { open: all.length - resolved, resolved, all: all.length };
}

/** How many are kept; a user's storage is not endless. */
export const MOST_KEPT = 100;

/** Keeps a draft. When there are too many, those that were resolved longest ago go first. */
export function keepDraft(drafts: Drafts, key: string, draft: IncidentDraft): Drafts {
  const all = Object.entries({ ...drafts, [key]: draft });
  const oldestFirst = all
    .filter(([id]) => id !== key)
    .sort(([, a], [, b]) => Number(isResolved(b)) - Number(isResolved(a)) || a.updatedAtMs - b.updatedAtMs);
  const dropped = new Set(oldestFirst.slice(0, Math.max(0, all.length - MOST_KEPT)).map(([id]) => id));
  return Object.fromEntries(all.filter(([id]) => !dropped.has(id)));
}

function isResolved({ status }: IncidentDraft): boolean {
  return status === 'resolved';
}

function rank({ severity }: IncidentDraft): number {
  return INCIDENT_SEVERITIES.indexOf(severity);
}

function textOf({ id, title, status, severity, assignedTo = '', affectedServices, alerts, timeline }: IncidentDraft) {
  return [
    id,
    title,
    status,
    severity,
    assignedTo,
    ...affectedServices.flatMap(({ system, service }) => [system, service]),
    ...alerts.map(({ name }) => name),
    ...timeline.map(({ text }) => text),
  ]
    .join('\n')
    .toLowerCase();
}
