/** An Elasticsearch query as the browser posts it. Settings keep the editor's habit of numbers written as strings. */
export interface ElasticsearchQueryModel {
  refId: string;
  query?: string;
  alias?: string;
  metrics?: MetricModel[];
  bucketAggs?: BucketModel[];
  intervalMs?: number;
  maxDataPoints?: number;
}

export interface MetricModel {
  id: string;
  type: string;
  field?: string;
  hide?: boolean;
  meta?: Record<string, unknown>;
  settings?: Record<string, unknown>;
  pipelineAgg?: string;
  pipelineVariables?: Array<{ name: string; pipelineAgg: string }>;
}

export interface BucketModel {
  id: string;
  type: string;
  field?: string;
  settings?: Record<string, unknown>;
}

export const DEFAULT_SIZE = 500;

/** Sizes count only when written as a string, as in Grafana: a JSON number, 0 or no number at all means the default. */
export function sizeSetting(value: unknown): number {
  return typeof value === 'string' && /^[+-]?\d+$/.test(value) && Number(value) !== 0 ? Number(value) : DEFAULT_SIZE;
}

export function stringSetting(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
