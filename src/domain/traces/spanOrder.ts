import { idKey } from './ids';
import { type Span } from './types';

/**
 * Spans by start time, the longer first, so that a parent precedes its children; ties by what tells them apart, so that
 * the result does not depend on the order in which they came. Copies of one report are left out, and times that are
 * none are repaired: a start becomes the earliest one, a duration zero.
 */
export function inOrder(given: readonly Span[]): { spans: Span[]; droppedCopies: number } {
  const earliestMs = given.reduce(
    (least, { startTimeMs }) => (Number.isFinite(startTimeMs) ? Math.min(least, startTimeMs) : least),
    Infinity
  );
  const start = Number.isFinite(earliestMs) ? earliestMs : 0;
  const spans = given.map((span) => repaired(span, start)).sort(compare);
  const kept = spans.filter((span, index) => !isCopy(span, spans[index - 1]));
  return { spans: kept, droppedCopies: spans.length - kept.length };
}

function repaired(span: Span, earliestMs: number): Span {
  const isStart = Number.isFinite(span.startTimeMs);
  const isDuration = Number.isFinite(span.durationMs) && span.durationMs >= 0;
  if (isStart && isDuration) {
    return span;
  }
  return {
    ...span,
    startTimeMs: isStart ? span.startTimeMs : earliestMs,
    durationMs: isDuration ? span.durationMs : 0,
  };
}

function compare(a: Span, b: Span): number {
  return (
    a.startTimeMs - b.startTimeMs ||
    b.durationMs - a.durationMs ||
    compareText(a.spanId, b.spanId) ||
    compareText(a.serviceName, b.serviceName) ||
    compareText(a.operationName, b.operationName) ||
    compareText(a.parentSpanId ?? '', b.parentSpanId ?? '') ||
    // The copy that says more comes first, and stays.
    b.tags.length - a.tags.length ||
    compareText(JSON.stringify([a.tags, a.events, a.references]), JSON.stringify([b.tags, b.events, b.references]))
  );
}

function isCopy(span: Span, previous: Span | undefined): boolean {
  return (
    previous !== undefined &&
    span.startTimeMs === previous.startTimeMs &&
    span.durationMs === previous.durationMs &&
    idKey(span.spanId) === idKey(previous.spanId) &&
    span.serviceName === previous.serviceName &&
    span.operationName === previous.operationName
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
