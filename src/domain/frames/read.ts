import { type Frame, type FrameField } from './types';

const NANOS_PER_MS = 1_000_000;

/** The column of that name; undefined when the frame has none (an empty frame has no columns at all). */
export function fieldNamed(frame: Frame, name: string): FrameField | undefined {
  return frame.fields.find((field) => field.name === name);
}

/** The first column of a type. */
export function fieldOfType(frame: Frame, type: string): FrameField | undefined {
  return frame.fields.find((field) => field.type === type);
}

/**
 * A time in Unix milliseconds with its sub-millisecond part as a fraction (a double holds microseconds until the year
 * 2255). Null when the cell is empty or no time.
 */
export function timeMsAt(field: FrameField | undefined, row: number): number | null {
  const value = field?.values[row];
  if (typeof value !== 'number' || Number.isNaN(value)) {
    return null;
  }
  return value + (field?.nanos?.[row] ?? 0) / NANOS_PER_MS;
}

/** A number; a cell that is empty, or holds something else, is null. NaN and ±Infinity stay. */
export function numberAt(field: FrameField | undefined, row: number): number | null {
  const value = field?.values[row];
  return typeof value === 'number' ? value : null;
}

/** A string; a cell that is empty, or holds something else, is null. */
export function stringAt(field: FrameField | undefined, row: number): string | null {
  const value = field?.values[row];
  return typeof value === 'string' ? value : null;
}

/** The number of rows over all frames. */
export function rowCount(frames: readonly Frame[]): number {
  return frames.reduce((sum, frame) => sum + frame.length, 0);
}
