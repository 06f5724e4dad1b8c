import { type Span } from '../../src/domain/traces/types';

/** Makes a trace of so many spans. */
export type TraceShape = (count: number) => Span[];

const START_MS = 1_795_000_000_000;

/** Looks like a random id and is another one for each index. */
function idOf(index: number): string {
  const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  return `${mixed.toString(16).padStart(8, '0')}${(index + 1).toString(16).padStart(8, '0')}`;
}

function span(index: number, parent: number | undefined, startUs: number, durationUs: number): Span {
  return {
    traceId: 'f'.repeat(32),
    spanId: idOf(index),
    parentSpanId: parent === undefined ? null : idOf(parent),
    operationName: `operation ${index % 40}`,
    serviceName: `service-${index % 12}`,
    serviceTags: [],
    startTimeMs: START_MS + startUs / 1000,
    durationMs: durationUs / 1000,
    tags: [
      { key: 'span.kind', type: 'string', value: 'internal' },
      { key: 'http.request.method', type: 'string', value: 'GET' },
    ],
    events: [],
    references: [],
    warnings: [],
  };
}

/** Each span has four children, one after the other. */
function tree(count: number): Span[] {
  const spans: Span[] = [];
  const starts: number[] = [];
  const durations: number[] = [];
  for (let index = 0; index < count; index++) {
    const parent = index === 0 ? undefined : Math.floor((index - 1) / 4);
    const place = (index - 1) % 4;
    const parentDuration = parent === undefined ? 0 : (durations[parent] as number);
    const durationUs = parent === undefined ? 4 ** 10 * 10 : Math.max(1, Math.floor((parentDuration * 0.9) / 4));
    const startUs = parent === undefined ? 0 : (starts[parent] as number) + place * durationUs;
    starts.push(startUs);
    durations.push(durationUs);
    spans.push(span(index, parent, startUs, durationUs));
  }
  return spans;
}

/** One root, all others its children, one after the other. */
function wide(count: number): Span[] {
  return Array.from({ length: count }, (_, index) =>
    index === 0 ? span(0, undefined, 0, count * 10) : span(index, 0, index * 10, 9)
  );
}

/** A chain: each span has one child. */
function deep(count: number): Span[] {
  return Array.from({ length: count }, (_, index) =>
    span(index, index === 0 ? undefined : index - 1, index, 2 * (count - index))
  );
}

export const TRACE_SHAPES: Readonly<Record<string, TraceShape>> = { tree, wide, deep };
