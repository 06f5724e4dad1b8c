import { type KeyValue, type Span } from './types';

export type SpanKind = 'client' | 'server' | 'producer' | 'consumer' | 'internal';

const KINDS: readonly SpanKind[] = ['client', 'server', 'producer', 'consumer', 'internal'];

/** The value of a tag; undefined when the span has none of that name. */
export function tagValue(tags: readonly KeyValue[], key: string): KeyValue['value'] | undefined {
  return tags.find((tag) => tag.key === key)?.value;
}

/** What part a span plays in a call, as far as it says. */
export function spanKind({ tags }: Pick<Span, 'tags'>): SpanKind | undefined {
  const written = String(tagValue(tags, 'span.kind') ?? '').toLowerCase();
  return KINDS.find((kind) => kind === written);
}

/** An error is what says so: the tag `error`, or the status `ERROR` of OpenTelemetry. A status code of HTTP is none. */
export function isErrorSpan({ tags }: Pick<Span, 'tags'>): boolean {
  return tags.some(
    ({ key, value }) =>
      (key === 'error' && (value === true || String(value).toLowerCase() === 'true')) ||
      (key === 'otel.status_code' && String(value).toUpperCase() === 'ERROR')
  );
}
