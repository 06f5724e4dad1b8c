import { arrayOf, numberOf, recordOf, stringOf } from '../../datasources/json';
import { LINE_FEATURES, type LineFeature } from '../../domain/logs/features';
import { type LogRole } from '../../domain/logs/fields';

/** The values of a role, the most frequent first. */
export interface Facet {
  role: LogRole;
  values: ReadonlyArray<{ value: string; count: number }>;
}

/**
 * Joins the groups of a role's fields. A document that has several of them with the same value is counted once: the
 * largest count wins. Levels are joined whatever their capitals, which are each other's lines.
 */
export function facetOf(
  role: LogRole,
  names: readonly string[],
  aggregations: Readonly<Record<string, unknown>>
): Facet {
  const counts = new Map<string, number>();
  for (const name of names) {
    const ofField = new Map<string, number>();
    for (const bucket of arrayOf(recordOf(aggregations[name]).buckets).map(recordOf)) {
      const key = stringOf(bucket.key) ?? String(numberOf(bucket.key) ?? '');
      const value = role === 'level' ? key.toUpperCase() : key;
      ofField.set(value, (ofField.get(value) ?? 0) + (numberOf(bucket.doc_count) ?? 0));
    }
    ofField.forEach((count, value) => counts.set(value, Math.max(count, counts.get(value) ?? 0)));
  }
  const values = [...counts].filter(([value]) => value !== '').map(([value, count]) => ({ value, count }));
  return { role, values: values.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value)) };
}

/** How many lines carry something. */
export interface FeatureCount {
  feature: LineFeature;
  count: number;
}

/** What lines carry, from buckets by its name; what none of them does is left out. */
export function featureCounts(buckets: unknown): FeatureCount[] {
  return LINE_FEATURES.map((feature) => ({
    feature,
    count: numberOf(recordOf(recordOf(buckets)[feature]).doc_count) ?? 0,
  })).filter(({ count }) => count > 0);
}
