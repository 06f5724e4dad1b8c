import { fieldNamed, fieldOfType, type Frame, numberAt, stringAt, timeMsAt } from '../../domain/frames';
import { type LogPage, type LogRecord } from '../../domain/logs/types';
import { arrayOf, isRecord } from '../json';
import { DEFAULT_LIMIT, type PageSpec } from './queries';

/** Elasticsearch stops counting matches there. */
const COUNTED_UP_TO = 10_000;

/** Columns that the data source adds to the document's own. */
const ADDED = new Set(['_id', '_index', '_type', '_source', 'sort', 'highlight', 'id']);

/**
 * The documents of a logs query, sorted by time here: the data source sorts by the document's position first when the
 * time field's name sorts after `_doc`.
 */
export function parseLogs(frames: readonly Frame[], { limit = DEFAULT_LIMIT, order }: PageSpec = {}): LogPage {
  const frame = frames.find((candidate) => candidate.fields.length > 0);
  const total = frames.map(({ meta }) => meta?.custom?.total).find((count) => typeof count === 'number');
  if (!frame) {
    return { records: [], limit, total };
  }
  const records = Array.from({ length: frame.length }, (_, row) => recordOf(frame, row));
  // As many as were asked for: there may be more, unless the count says that this is all.
  const isAll = frame.length < limit || (total === frame.length && total < COUNTED_UP_TO);
  // The cursor is the last one in the order of the answer, which is why it is read before sorting.
  const nextPage = isAll ? undefined : arrayOf(fieldNamed(frame, 'sort')?.values[frame.length - 1]);
  return { records: sortByTime(records, order === 'oldest-first' ? 1 : -1), limit, total, nextPage };
}

/** The documents of a raw data query: the same, from columns only. */
export function parseRawData(frames: readonly Frame[], page: PageSpec = {}): LogPage {
  return parseLogs(frames, page);
}

function recordOf(frame: Frame, row: number): LogRecord {
  const index = stringAt(fieldNamed(frame, '_index'), row) ?? '';
  const id = stringAt(fieldNamed(frame, '_id'), row) ?? String(row);
  const source = sourceOf(frame, row);
  return {
    id: `${index}#${id}`,
    index,
    timeMs: timeMsAt(fieldOfType(frame, 'time'), row),
    level: levelOf(frame, row),
    fields: source ?? columnsOf(frame, row),
  };
}

/**
 * The document itself. Better than the columns: a value of another type than the column's first one is null there, and
 * the field that is set as the data source's level is called `level` there, whatever its name.
 */
function sourceOf(frame: Frame, row: number): Record<string, unknown> | undefined {
  const text = stringAt(fieldNamed(frame, '_source'), row);
  if (text === null) {
    return undefined;
  }
  try {
    const source: unknown = JSON.parse(text);
    return isRecord(source) ? source : undefined;
  } catch {
    return undefined;
  }
}

function columnsOf(frame: Frame, row: number): Record<string, unknown> {
  const own = frame.fields.filter(({ name }) => !ADDED.has(name));
  return Object.fromEntries(
    own.map(({ name, values }) => [name, values[row]]).filter(([, value]) => value !== null && value !== undefined)
  );
}

function levelOf(frame: Frame, row: number): string | undefined {
  const field = fieldNamed(frame, 'level');
  return stringAt(field, row) ?? numberAt(field, row)?.toString();
}

function sortByTime(records: LogRecord[], direction: 1 | -1): LogRecord[] {
  // Documents without a readable time come last, whatever the order. Sorting is stable.
  return records.sort((a, b) => {
    if (a.timeMs === null || b.timeMs === null) {
      return Number(a.timeMs === null) - Number(b.timeMs === null);
    }
    return direction * (a.timeMs - b.timeMs);
  });
}
