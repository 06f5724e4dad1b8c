import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Frame } from '../../domain/frames';
import { decodeFrames } from '../transport/frames';

/** A recorded exchange with a real Grafana 12.2.0. */
export interface Recording {
  request: { method: string; path: string; body: unknown };
  status: number;
  response: unknown;
}

/** Loads a recording. Arrays that were cut when recording end where the cut is. */
export function recording(name: string): Recording {
  const file = path.join(__dirname, '..', 'testdata', `${name}.json`);
  return withoutCuts(JSON.parse(readFileSync(file, 'utf8'))) as Recording;
}

/** The recorded answer, for the fake Grafana. */
export function recordedAnswer(name: string): { status: number; body: unknown } {
  const { status, response } = recording(name);
  return { status, body: response };
}

/** The decoded frames of one refId of a recording. */
export function recordedFrames(name: string, refId = 'A'): Frame[] {
  const { results } = recording(name).response as { results: Record<string, { frames?: unknown }> };
  return decodeFrames(results[refId]?.frames);
}

/** A frame made of columns, for what recordings do not hold. */
export function frameOf(
  columns: Record<string, { type: string; values: unknown[] }>,
  extra: Partial<Frame> = {}
): Frame {
  const fields = Object.entries(columns).map(([name, column]) => ({ name, ...column }));
  return { fields, length: fields[0]?.values.length ?? 0, ...extra };
}

function withoutCuts(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.filter((entry) => !isCut(entry)).map(withoutCuts);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, withoutCuts(entry)]));
  }
  return value;
}

function isCut(entry: unknown): boolean {
  return typeof entry === 'string' && /^\.\.\. \d+ more$/.test(entry);
}
