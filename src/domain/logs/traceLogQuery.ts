import { idKey } from '../traces/ids';
import { type QueriedSchema } from './logQuery';
import { and, fieldAnyOf, fieldLike, type LuceneQuery, or } from './lucene';
import { writtenForms } from './traceIdsInText';

/** The lines that carry a trace's id, in whatever form, in the fields that each source has for it. */
export function linesOfTrace(sources: readonly QueriedSchema[], traceId: string): LuceneQuery {
  const forms = writtenForms(traceId);
  return inEach(sources, ({ fields }) => (fields.traceId ?? []).map((field) => fieldAnyOf(field, forms)));
}

/** The lines that carry one of these correlation ids; without ids none. */
export function linesOfCorrelations(sources: readonly QueriedSchema[], correlationIds: readonly string[]): LuceneQuery {
  return inEach(sources, ({ fields }) =>
    (fields.correlationId ?? []).map((field) => fieldAnyOf(field, correlationIds))
  );
}

/** True when a text names one of a source's indices, with `*` for anything. */
export function matchesIndex(pattern: string, index: string): boolean {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`).test(index);
}

/** The correlation ids among a span's tags: names as in the logs, whatever comes before them (`app.request_id`). */
export function correlationsInTags(
  tags: ReadonlyArray<{ key: string; value: string | number | boolean }>,
  sources: readonly QueriedSchema[]
): string[] {
  const names = new Set(sources.flatMap(({ fields }) => fields.correlationId ?? []).map(plainName));
  const values = tags
    .filter(({ key }) => names.has(plainName(key)) || names.has(plainName(key.slice(key.lastIndexOf('.') + 1))))
    .map(({ value }) => String(value));
  return [...new Set(values.filter((value) => idKey(value) !== ''))];
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function inEach(sources: readonly QueriedSchema[], conditions: (source: QueriedSchema) => LuceneQuery[]): LuceneQuery {
  return or(
    sources.flatMap((source) => {
      const alternatives = conditions(source);
      return alternatives.length === 0 ? [] : [and([fieldLike('_index', source.indexPattern), or(alternatives)])];
    })
  );
}
