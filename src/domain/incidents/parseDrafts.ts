import {
  INCIDENT_SEVERITIES,
  INCIDENT_STATUSES,
  type IncidentDraft,
  type ServiceRef,
  type TimelineEntry,
} from './types';

/** Drafts by the id of the group that began them. */
export type Drafts = Readonly<Record<string, IncidentDraft>>;

/** The drafts of a stored value; those that are damaged are left out. */
export function parseDrafts(stored: unknown): Drafts {
  return Object.fromEntries(
    Object.entries(isRecord(stored) ? stored : {}).flatMap(([key, value]) => {
      const draft = parseDraft(value);
      return draft ? [[key, draft]] : [];
    })
  );
}

/** A draft from JSON, from wherever it comes; `undefined` when it is none. */
export function parseDraft(value: unknown): IncidentDraft | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const { id, title, description, severity, status, createdAtMs, updatedAtMs, assignedTo } = value;
  const affectedServices = listOf(value['affectedServices'], isServiceRef);
  const timeline = listOf(value['timeline'], isEntry);
  const isSound =
    [id, title, description].every(isText) &&
    isOneOf(INCIDENT_SEVERITIES, severity) &&
    isOneOf(INCIDENT_STATUSES, status) &&
    [createdAtMs, updatedAtMs].every(Number.isFinite) &&
    (assignedTo === undefined || isText(assignedTo));
  return isSound && affectedServices && timeline
    ? ({
        id,
        title,
        description,
        severity,
        status,
        affectedServices,
        createdAtMs,
        updatedAtMs,
        assignedTo,
        timeline,
      } as IncidentDraft)
    : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';

function isOneOf(options: readonly string[], value: unknown): boolean {
  return isText(value) && options.includes(value);
}

function isServiceRef(value: unknown): value is ServiceRef {
  return isRecord(value) && isText(value['system']) && isText(value['service']);
}

function isEntry(value: unknown): value is TimelineEntry {
  return isRecord(value) && Number.isFinite(value['atMs']) && isText(value['kind']) && isText(value['text']);
}

function listOf<T>(value: unknown, isItem: (item: unknown) => item is T): T[] | undefined {
  return Array.isArray(value) && value.every(isItem) ? value : undefined;
}
