import { fieldCapabilities } from '../../datasources/elasticsearch';
import { fieldNames } from '../../domain/logs/fields';
import { fieldsInLucene } from '../../domain/logs/fieldsInLucene';
import { indexPatterns } from '../../domain/logs/logQuery';
import { type LogQuestion } from './logSpecs';

/** What the store lacks that a question needs. */
export interface Lacks {
  /** Patterns that no index fits. */
  indices: readonly string[];
  /** Fields that no index of these has. */
  fields: readonly string[];
}

/** Looks why a question has no answer; `undefined` when that cannot be found out. */
export async function whyNoLines(
  { query, schema }: LogQuestion,
  dataSourceUid: string,
  signal: AbortSignal
): Promise<Lacks | undefined> {
  const patterns = indexPatterns(schema);
  const answers = await Promise.all(patterns.map((index) => fieldCapabilities({ dataSourceUid, index, signal })));
  const known = answers.map((answer) => (answer.ok ? answer.value.map(({ name }) => name) : undefined));
  if (known.every((names) => names === undefined)) {
    return undefined;
  }
  const existing = new Set(known.flatMap((names) => names ?? []));
  const filters = [...(query.where ?? [])].filter(({ exists }) => exists !== false);
  const asked = [
    ...filters.map(({ field }) => fieldNames(schema.fields, field)),
    ...fieldsInLucene(query.lucene ?? '').map((name) => [name]),
  ];
  const missing = asked.filter((names) => existing.size > 0 && !names.some((name) => existing.has(name)));
  return {
    indices: patterns.filter((_, index) => known[index]?.length === 0),
    fields: [...new Set(missing.map((names) => names.join(' or ')))],
  };
}
