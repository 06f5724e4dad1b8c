import { type DataFrame, FieldType } from '@grafana/data';

/** As many as can be told apart, and pointed at, on a graph. */
const MOST = 40;

/**
 * Exemplars, no more than can be told apart: of each part of the time the slowest, because that is the one that a reader
 * wants to see.
 */
export function thinExemplars(frame: DataFrame): DataFrame {
  const times = frame.fields.find(({ type }) => type === FieldType.time)?.values as number[] | undefined;
  const values = frame.fields.find(({ name }) => name === 'Value')?.values as number[] | undefined;
  if (!times || !values || frame.length <= MOST) {
    return frame;
  }
  const first = times.reduce((least, time) => Math.min(least, time), Infinity);
  const last = times.reduce((most, time) => Math.max(most, time), -Infinity);
  const slowest = new Map<number, number>();
  times.forEach((time, row) => {
    const part = Math.min(MOST - 1, Math.floor(((time - first) / (last - first || 1)) * MOST));
    const best = slowest.get(part);
    if (best === undefined || (values[row] ?? 0) > (values[best] ?? 0)) {
      slowest.set(part, row);
    }
  });
  const rows = [...slowest.values()].sort((a, b) => a - b);
  const fields = frame.fields.map((field) => ({ ...field, values: rows.map((row): unknown => field.values[row]) }));
  return { ...frame, fields, length: rows.length };
}
