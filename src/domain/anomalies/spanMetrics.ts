import { type Labels, type Sample } from '../metrics/types';
import { aggregate, histogramQuantile, increase } from '../promql/expressions';
import { type Matchers, renderSelector } from '../promql/matchers';
import { withOffset } from '../promql/selectors';
import { roleOf, SPAN_CALLS, SPAN_DURATION } from '../services/operations';
import { type OperationFigures, type OperationPair, type Quantile, QUANTILES } from './types';

/** Metrics that are read a day back, as they are in the database. */
export const BASELINE_METRICS: readonly string[] = [SPAN_CALLS, `${SPAN_DURATION}_bucket`];

/** Windows of `windows.ts` as PromQL durations. */
const RECENT = '1h';
const BASELINE = '24h';
/** One sample in ten minutes is enough to know that an operation was observed then. */
const OBSERVED_STEP = '10m';
const OBSERVED_STEP_MS = 600_000;

const LABELS = ['system', 'service_name', 'span_name', 'span_kind'];

/** The questions; one each, however many operations there are. */
export type SpanMetricsQuestion =
  'calls' | 'errors' | 'timeMs' | Quantile | 'callsBefore' | 'errorsBefore' | 'p95Before' | 'observedBefore';

export interface SpanMetricsScope {
  /** Ids of systems. */
  systems: readonly string[];
  /** The service's name in traces; all of them when absent. */
  service?: string | undefined;
}

/** What to ask span metrics at the end of the recent hour. */
export function spanMetricsQueries({ systems, service }: SpanMetricsScope): Record<SpanMetricsQuestion, string> {
  const where: Matchers = { system: { anyOf: systems }, ...(service === undefined ? {} : { service_name: service }) };
  const calls = { metric: SPAN_CALLS, where };
  const errors = { metric: SPAN_CALLS, where: { ...where, status_code: 'STATUS_CODE_ERROR' } };
  const duration = { metric: SPAN_DURATION, where };
  const quantile = (name: Quantile, window: string) => histogramQuantile(QUANTILES[name], duration, LABELS, window);
  const before = (expr: string) => withOffset(expr, RECENT);
  return {
    calls: increase(calls, LABELS, RECENT),
    errors: increase(errors, LABELS, RECENT),
    timeMs: increase({ ...duration, metric: `${SPAN_DURATION}_sum` }, LABELS, RECENT),
    p50: quantile('p50', RECENT),
    p90: quantile('p90', RECENT),
    p95: quantile('p95', RECENT),
    p99: quantile('p99', RECENT),
    callsBefore: before(increase(calls, LABELS, BASELINE)),
    errorsBefore: before(increase(errors, LABELS, BASELINE)),
    p95Before: before(quantile('p95', BASELINE)),
    observedBefore: aggregate(
      'max',
      LABELS,
      `count_over_time(${renderSelector(calls)}[${BASELINE}:${OBSERVED_STEP}] offset ${RECENT})`
    ),
  };
}

/** Operations from the answers; a question without an answer leaves its figure out. */
export function spanMetricsPairs(
  answers: Readonly<Partial<Record<SpanMetricsQuestion, readonly Sample[]>>>
): OperationPair[] {
  const columns = new Map(
    Object.entries(answers).map(([question, samples]) => [
      question,
      new Map(samples.flatMap(({ labels, value }) => (Number.isFinite(value) ? [[keyOf(labels), value]] : []))),
    ])
  );
  const valueOf = (question: SpanMetricsQuestion, key: string) => columns.get(question)?.get(key);
  // No series of failed calls means none of them, unless nobody could be asked.
  const errorsOf = (question: 'errors' | 'errorsBefore', key: string) =>
    answers[question] && (valueOf(question, key) ?? 0);
  const figures = (calls: number | undefined, more: (calls: number) => Omit<OperationFigures, 'calls'>) =>
    calls === undefined || calls <= 0 ? undefined : { calls, ...more(calls) };
  const operations = new Map(
    [...(answers.calls ?? []), ...(answers.callsBefore ?? [])].map(({ labels }) => [keyOf(labels), labels])
  );
  return [...operations].map(([key, labels]) => {
    const timeMs = valueOf('timeMs', key);
    const observed = valueOf('observedBefore', key);
    const quantilesMs = Object.fromEntries(
      (Object.keys(QUANTILES) as Quantile[]).map((name) => [name, valueOf(name, key)])
    );
    return {
      system: labels['system'] ?? '',
      service: labels['service_name'] ?? '',
      operation: labels['span_name'] ?? '',
      role: roleOf(labels['span_kind']),
      recent: figures(valueOf('calls', key), (calls) => ({
        errors: errorsOf('errors', key),
        meanMs: timeMs === undefined ? undefined : timeMs / calls,
        quantilesMs,
      })),
      baseline: figures(valueOf('callsBefore', key), () => ({
        errors: errorsOf('errorsBefore', key),
        quantilesMs: { p95: valueOf('p95Before', key) },
        observedMs: observed === undefined ? undefined : observed * OBSERVED_STEP_MS,
      })),
    };
  });
}

function keyOf(labels: Labels): string {
  return JSON.stringify(LABELS.map((name) => labels[name]));
}
