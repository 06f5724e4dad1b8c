import {
  INCIDENT_SEVERITIES,
  INCIDENT_STATUSES,
  type IncidentAlert,
  type IncidentDraft,
  type ServiceRef,
  TIMELINE_KINDS,
  type TimelineEntry,
  type WrittenAnnotation,
} from './types';

/** Drafts by the id of the group that began them. */
export type Drafts = Readonly<Record<string, IncidentDraft>>;

const LONGEST_TEXT = 4_000;
const MOST_ENTRIES = 1_000;
const LATEST_MS = 8.64e15;

/** The drafts of a stored value; those that are damaged are left out. */
export function parseDrafts(stored: unknown): Drafts {
  return Object.fromEntries(
    Object.entries(isRecord(stored) ? stored : {}).flatMap(([key, value]) => {
      const draft = parseDraft(value);
      return draft ? [[key, draft]] : [];
    })
  );
}

/**
 * A draft from JSON, from wherever it comes: a storage, or a link that anybody may have written. Without what an incident
 * is about it is none; an entry that is damaged is left out, and what is too long is cut.
 */
export function parseDraft(value: unknown): IncidentDraft | undefined {
  if (!isRecord(value)) {
    return undefined;
  }
  const id = textOf(value['id']);
  const title = textOf(value['title']);
  const severity = oneOf(INCIDENT_SEVERITIES, value['severity']);
  const status = oneOf(INCIDENT_STATUSES, value['status']);
  const { createdAtMs, updatedAtMs } = value;
  if (!id || title === undefined || !severity || !status || !isTime(createdAtMs) || !isTime(updatedAtMs)) {
    return undefined;
  }
  return {
    id,
    title,
    description: textOf(value['description']) ?? '',
    severity,
    status,
    affectedServices: listOf(value['affectedServices'], readService),
    createdAtMs,
    updatedAtMs,
    ...optional('assignedTo', textOf(value['assignedTo']) || undefined),
    ...optional('impact', textOf(value['impact']) || undefined),
    ...optional('annotation', readAnnotation(value['annotation'])),
    alerts: listOf(value['alerts'], readAlert),
    timeline: listOf(value['timeline'], readEntry),
  };
}

function readService(value: unknown): ServiceRef | undefined {
  const { system, service } = recordOf(value);
  const [known, of] = [textOf(system), textOf(service)];
  return known && of ? { system: known, service: of } : undefined;
}

function readAlert(value: unknown): IncidentAlert | undefined {
  const { id, name, severity, labels, startedAtMs, endedAtMs } = recordOf(value);
  const [known, called] = [textOf(id), textOf(name)];
  if (!known || !called) {
    return undefined;
  }
  const texts = Object.entries(recordOf(labels)).flatMap(([label, text]) => {
    const read = textOf(text);
    return read === undefined ? [] : [[label, read] as const];
  });
  return {
    id: known,
    name: called,
    ...optional('severity', textOf(severity)),
    labels: Object.fromEntries(texts),
    startedAtMs: isTime(startedAtMs) ? startedAtMs : null,
    ...optional('endedAtMs', isTime(endedAtMs) ? endedAtMs : undefined),
  };
}

function readEntry(value: unknown): TimelineEntry | undefined {
  const { atMs, kind, text, by, status, remedy } = recordOf(value);
  const said = textOf(text);
  return isTime(atMs) && said
    ? {
        atMs,
        kind: oneOf(TIMELINE_KINDS, kind) ?? 'note',
        text: said,
        ...optional('by', textOf(by)),
        ...optional('status', oneOf(INCIDENT_STATUSES, status)),
        ...optional('remedy', textOf(remedy)),
      }
    : undefined;
}

function readAnnotation(value: unknown): WrittenAnnotation | undefined {
  const { id, atMs, isWhole } = recordOf(value);
  return typeof id === 'number' && isTime(atMs) ? { id, atMs, isWhole: isWhole === true } : undefined;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const recordOf = (value: unknown) => (isRecord(value) ? value : {});

/** A time that dates can be made of. */
function isTime(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= LATEST_MS;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : undefined;
}

function oneOf<T extends string>(options: readonly T[], value: unknown): T | undefined {
  return options.find((option) => option === value);
}

function optional<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, T>);
}

function listOf<T>(value: unknown, read: (item: unknown) => T | undefined): T[] {
  return (Array.isArray(value) ? value : []).slice(0, MOST_ENTRIES).flatMap((item) => read(item) ?? []);
}
