import type { OperationModel, Outcome, SpanSpec } from '../model';

type SpanDetails = Partial<Omit<SpanSpec, 'service' | 'name' | 'kind' | 'durationMs'>>;

/** A span of `operation` with the drawn outcome. A failed call has status error unless the details say otherwise. */
export function spanOf(operation: OperationModel, outcome: Outcome, details: SpanDetails = {}): SpanSpec {
  return {
    service: operation.service,
    name: operation.name,
    kind: operation.kind,
    offsetMs: 0,
    durationMs: outcome.durationMs,
    ...(outcome.failed ? { status: 'error' as const } : {}),
    ...details,
  };
}

/** Children one after another: the first starts at `startMs` of the parent, `gapMs` lies between two. */
export function inSequence(children: SpanSpec[], startMs = 0.5, gapMs = 0.4): SpanSpec[] {
  let offsetMs = startMs;
  return children.map((child) => {
    const placed = { ...child, offsetMs };
    offsetMs += child.durationMs + gapMs;
    return placed;
  });
}

/** Children that start together. */
export function inParallel(children: SpanSpec[], startMs = 0.5): SpanSpec[] {
  return children.map((child, index) => ({ ...child, offsetMs: startMs + index * 0.05 }));
}

/** The span made long enough to hold its children, with `tailMs` of own work after the last (asynchronous ones excepted). */
export function covering(span: SpanSpec, tailMs = 0.5): SpanSpec {
  const ends = (span.children ?? [])
    .filter((child) => child.kind !== 'consumer')
    .map((child) => child.offsetMs + child.durationMs + tailMs);
  return { ...span, durationMs: Math.max(span.durationMs, ...ends) };
}
