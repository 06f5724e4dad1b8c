import { idKey, isSameId } from './ids';
import { spanKind } from './spanFacts';
import { type SpanLink } from './tree';
import { type Span, type SpanReference } from './types';

const NONE = -1;

/** The parent of each span as an index, -1 for none, and how it hangs there. */
export function chooseParents(spans: readonly Span[]): { parents: Int32Array; links: SpanLink[] } {
  const byId = indexById(spans);
  const parents = new Int32Array(spans.length).fill(NONE);
  const links: SpanLink[] = spans.map((span, index) => {
    const client = sharedClient(spans, byId.get(idKey(span.spanId)), index);
    if (client !== undefined) {
      parents[index] = client;
      return 'blocking';
    }
    for (const { spanId, isAsync } of candidates(span)) {
      const parent = pick(spans, byId.get(idKey(spanId)), index);
      if (parent !== undefined) {
        parents[index] = parent;
        return isAsync || isHandOver(spans[parent] as Span, span) ? 'async' : 'blocking';
      }
    }
    return span.parentSpanId === null && span.references.every(({ traceId }) => !isSameId(traceId, span.traceId))
      ? 'root'
      : 'orphan';
  });
  return { parents, links };
}

/** Cuts circles of parents at their first span, which becomes an orphan. @returns how many there were. */
export function breakCycles(parents: Int32Array, links: SpanLink[]): number {
  // 0: not seen, otherwise the walk that saw it first.
  const seenBy = new Int32Array(parents.length);
  let cut = 0;
  for (let start = 0; start < parents.length; start++) {
    let at = start;
    while (at !== NONE && seenBy[at] === 0) {
      seenBy[at] = start + 1;
      at = parents[at] as number;
    }
    if (at !== NONE && seenBy[at] === start + 1) {
      const first = firstOfCycle(parents, at);
      parents[first] = NONE;
      links[first] = 'orphan';
      cut += 1;
    }
  }
  return cut;
}

function firstOfCycle(parents: Int32Array, member: number): number {
  let first = member;
  for (let at = parents[member] as number; at !== member; at = parents[at] as number) {
    first = Math.min(first, at);
  }
  return first;
}

function indexById(spans: readonly Span[]): Map<string, number[]> {
  const byId = new Map<string, number[]>();
  spans.forEach(({ spanId }, index) => {
    const key = idKey(spanId);
    const same = byId.get(key);
    if (same) {
      same.push(index);
    } else if (key !== '') {
      byId.set(key, [index]);
    }
  });
  return byId;
}

/** Child-of goes before follows-from; of references to other traces none is a parent here. */
function candidates(span: Span): Array<{ spanId: string; isAsync: boolean }> {
  if (span.references.length === 0) {
    return span.parentSpanId === null ? [] : [{ spanId: span.parentSpanId, isAsync: false }];
  }
  const here = span.references.filter(({ traceId }) => isSameId(traceId, span.traceId));
  const of = (kind: SpanReference['kind'], isAsync: boolean) =>
    here.filter((reference) => reference.kind === kind).map(({ spanId }) => ({ spanId, isAsync }));
  return [
    ...(span.parentSpanId === null ? [] : [{ spanId: span.parentSpanId, isAsync: false }]),
    ...of('child-of', false),
    ...of('follows-from', true),
  ];
}

/** Zipkin's two sides of a call share one id: the server's hangs on the client's. */
function sharedClient(spans: readonly Span[], same: readonly number[] = [], index: number): number | undefined {
  if (same.length < 2 || spanKind(spans[index] as Span) !== 'server') {
    return undefined;
  }
  return same.find((other) => other !== index && spanKind(spans[other] as Span) === 'client');
}

/** Of several spans with the parent's id, the one in the child's own service, else the server's side, else the first. */
function pick(spans: readonly Span[], same: readonly number[] = [], index: number): number | undefined {
  const others = same.filter((other) => other !== index);
  if (others.length < 2) {
    return others[0];
  }
  const { serviceName } = spans[index] as Span;
  return (
    others.find((other) => spans[other]?.serviceName === serviceName) ??
    others.find((other) => spanKind(spans[other] as Span) === 'server') ??
    others[0]
  );
}

/** Whoever sends a message does not wait for who receives it. */
function isHandOver(parent: Span, child: Span): boolean {
  return spanKind(parent) === 'producer' && spanKind(child) === 'consumer';
}
