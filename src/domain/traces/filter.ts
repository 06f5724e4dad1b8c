import { type Span } from './types';
import { type TraceTree } from './tree';

/** What to look for in a trace. Everything that is given has to hold. */
export interface SpanFilter {
  /** Words; each has to occur in the service, the operation, an id, a tag (`key=value`) or an event. */
  text?: string | undefined;
  services?: readonly string[] | undefined;
  onlyErrors?: boolean | undefined;
  minDurationUs?: number | undefined;
  /** 1 for each node on a critical path; only those are shown. */
  onPath?: Float64Array | undefined;
}

/** For each node 1 when it matches; undefined when nothing is asked for. */
export function filterSpans({ nodes }: TraceTree, filter: SpanFilter): Uint8Array | undefined {
  const words = (filter.text ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const services = new Set(filter.services ?? []);
  const { onlyErrors = false, minDurationUs = 0, onPath } = filter;
  if (words.length === 0 && services.size === 0 && !onlyErrors && minDurationUs <= 0 && !onPath) {
    return undefined;
  }
  return Uint8Array.from(nodes, ({ index, span, isError, startUs, endUs }) =>
    (services.size === 0 || services.has(span.serviceName)) &&
    (!onlyErrors || isError) &&
    endUs - startUs >= minDurationUs &&
    (!onPath || (onPath[index] as number) > 0) &&
    hasWords(span, words)
      ? 1
      : 0
  );
}

function hasWords(span: Span, words: readonly string[]): boolean {
  if (words.length === 0) {
    return true;
  }
  const tags = [...span.tags, ...span.serviceTags, ...span.events.flatMap(({ fields }) => fields)];
  const text = [
    span.serviceName,
    span.operationName,
    span.spanId,
    ...span.events.map(({ name }) => name),
    ...tags.map(({ key, value }) => `${key}=${value}`),
  ]
    .join('\n')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
