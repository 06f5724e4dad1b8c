/** A bucket of an aggregation's answer: its key, its count, and the answers of what it contains, by id. */
export interface Bucket {
  key?: string | number;
  key_as_string?: string;
  doc_count?: number;
  [aggregationId: string]: unknown;
}

interface MetricAnswer {
  value?: number | string | null;
  normalized_value?: number | null;
  values?: Record<string, number | string | null>;
  top?: Array<{ metrics?: Record<string, number | null> }>;
  std_deviation_bounds?: { upper?: number | null; lower?: number | null };
  [stat: string]: unknown;
}

export function metricAnswer(bucket: Bucket, id: string): MetricAnswer | undefined {
  const answer = bucket[id];
  return typeof answer === 'object' && answer !== null ? (answer as MetricAnswer) : undefined;
}

/** A number, also when written as text; `NaN` and anything else is null. */
export function toNumber(value: unknown): number | null {
  const number =
    typeof value === 'number' ? value : typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
  return Number.isNaN(number) ? null : number;
}

export function statValue(answer: MetricAnswer | undefined, stat: string): number | null {
  if (stat === 'std_deviation_bounds_upper') {
    return toNumber(answer?.std_deviation_bounds?.upper);
  }
  if (stat === 'std_deviation_bounds_lower') {
    return toNumber(answer?.std_deviation_bounds?.lower);
  }
  return toNumber(answer?.[stat]);
}

/** The extended statistics that a metric has switched on, sorted. */
export function enabledStats(meta: Record<string, unknown> | undefined): string[] {
  return Object.entries(meta ?? {})
    .filter(([, enabled]) => enabled === true)
    .map(([stat]) => stat)
    .sort();
}
