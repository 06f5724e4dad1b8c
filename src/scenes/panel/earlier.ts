import { type DataFrame, type Field, FieldType } from '@grafana/data';

const SUFFIX = '_earlier';

/** The refId of the query about an earlier time that belongs to a query. */
export function earlierRefId(refId: string): string {
  return `${refId}${SUFFIX}`;
}

/** True for a frame about an earlier time. */
export function isEarlier({ refId }: DataFrame): boolean {
  return refId?.endsWith(SUFFIX) ?? false;
}

/** The refId of the query that a frame answers, whichever time it is about. */
export function refIdNow({ refId = 'A' }: DataFrame): string {
  return refId.endsWith(SUFFIX) ? refId.slice(0, -SUFFIX.length) : refId;
}

/** The field that a series' values are in. */
export function valueField(frame: DataFrame): Field | undefined {
  return frame.fields.find(({ type }) => type === FieldType.number);
}

/** Says which series a frame is, the same now as earlier. */
export function seriesKey(frame: DataFrame): string {
  const labels = Object.entries(valueField(frame)?.labels ?? {}).sort(([a], [b]) => a.localeCompare(b));
  return JSON.stringify([refIdNow(frame), labels]);
}

/** The newest finite number of a series. */
export function lastNumber(frame: DataFrame): number | undefined {
  const values: unknown[] = valueField(frame)?.values ?? [];
  return values.findLast((value): value is number => typeof value === 'number' && Number.isFinite(value));
}
