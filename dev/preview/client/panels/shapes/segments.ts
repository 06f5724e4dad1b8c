import {
  formattedValueToString,
  getDisplayProcessor,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
} from '@grafana/data';

/** A stretch of time in which a series keeps one value. */
export interface Segment {
  fromMs: number;
  toMs: number;
  text: string;
  color: string;
}

function emptyValue(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/**
 * Turns a series into segments: each value lasts until the next, the last one until the end; no value is a gap.
 * @param merge joins neighbours that read the same
 */
export function toSegments(
  frame: DataFrame,
  time: Field,
  field: Field,
  endMs: number,
  merge: boolean,
  theme: GrafanaTheme2
): Segment[] {
  const display = field.display ?? getDisplayProcessor({ field, theme });
  const segments: Segment[] = [];
  for (let row = 0; row < frame.length; row++) {
    const value: unknown = field.values[row];
    const fromMs = time.values[row] as number;
    const toMs = row + 1 < frame.length ? (time.values[row + 1] as number) : Math.max(endMs, fromMs);
    if (emptyValue(value)) {
      continue;
    }
    const shown = display(value);
    const text = formattedValueToString(shown);
    const color = shown.color ?? theme.colors.text.disabled;
    const last = segments.at(-1);
    if (merge && last && last.toMs === fromMs && last.text === text && last.color === color) {
      last.toMs = toMs;
    } else {
      segments.push({ fromMs, toMs, text, color });
    }
  }
  return segments;
}
