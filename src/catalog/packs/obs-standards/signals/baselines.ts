import { type Signal } from '../../../../domain/signals/types';

const durations = 'traces_span_metrics_duration_milliseconds_bucket';
const calls = 'traces_span_metrics_calls_total';
/** An operation is a span name of a service, whatever a page groups by. */
const OPERATION = 'service_name, span_name';

/** The day before the last hour: with that hour in it, a bad one would hide behind itself. */
const DAY = '[24h] offset 1h';
const HOUR = '[1h]';

const p95 = (window: string) =>
  `histogram_quantile(0.95, sum by (${OPERATION}, le) (rate(${durations}{$where}${window})))`;
const callRate = (window: string, matcher = '') => `sum by (${OPERATION}) (rate(${calls}{${matcher}$where}${window}))`;
const failed = (window: string) =>
  `${callRate(window, 'status_code="STATUS_CODE_ERROR", ')} / (${callRate(window)} > 0)`;

const slowdown = `${p95(HOUR)} / (${p95(DAY)} > 0)`;
const errorGrowth = `(${failed(HOUR)}) / ((${failed(DAY)}) > 0)`;

/** Document 004, anomalies. */
const SLOW = 2;
const FAILING = 5;

const expression = (title: string, expr: string, metric: string, unit: string, more: Partial<Signal> = {}): Signal => ({
  kind: 'expression',
  title,
  expr,
  metrics: [metric],
  unit,
  direction: 'neutral',
  ...(more as object),
});

/** How many operations are above a bound; 0, and not nothing, when none is. */
const howMany = (title: string, description: string, expr: string, bound: number, metric: string): Signal =>
  expression(title, `sum((${expr}) >= bool ${bound})`, metric, 'short', {
    description,
    direction: 'lower-is-better',
    thresholds: { warning: 1 },
  });

/** Operations against their own day: the last hour over the 24 before it, by service and operation. */
export const baselineSignals: Readonly<Record<string, Signal>> = {
  'operation-p95-24h': expression('p95, day before', p95(DAY), durations, 'ms', { implements: ['OBS-QUAL-31'] }),
  'operation-p95-1h': expression('p95, last hour', p95(HOUR), durations, 'ms'),
  'operation-slowdown': expression('p95 against its day', slowdown, durations, 'suffix: x', {
    description: 'p95 of the last hour over that of the 24 hours before. Twice as slow is an anomaly of the standard.',
    direction: 'lower-is-better',
    thresholds: { warning: SLOW },
  }),
  'operation-error-growth': expression('Errors against their day', errorGrowth, calls, 'suffix: x', {
    description:
      'Error rate of the last hour over that of the 24 hours before, where there were errors. Five times as many is an anomaly of the standard.',
    direction: 'lower-is-better',
    thresholds: { warning: FAILING },
  }),
  'operation-error-ratio-24h': expression('Error rate, day before', failed(DAY), calls, 'percentunit'),
  'operation-error-ratio-1h': expression('Error rate, last hour', failed(HOUR), calls, 'percentunit'),
  'slow-operations': howMany(
    'Slow operations',
    'Operations whose p95 of the last hour is at least twice that of the 24 hours before.',
    slowdown,
    SLOW,
    durations
  ),
  'failing-operations': howMany(
    'Failing operations',
    'Operations that failed at least five times as often in the last hour as in the 24 hours before.',
    errorGrowth,
    FAILING,
    calls
  ),
  'operations-without-baseline': expression(
    'Without a baseline',
    `count(${callRate(HOUR)} > 0 unless ${callRate(DAY)} > 0) or count(${callRate(HOUR)}) * 0`,
    calls,
    'short',
    { description: 'Operations that are called now and were not called in the 24 hours before.' }
  ),
  'compared-operations': expression('Operations compared', `count(${slowdown})`, durations, 'short'),
  'running-version': expression(
    'Running version',
    'count by ($by) (app_build_info{$where})',
    'app_build_info',
    'short',
    { description: 'Instances of each version. Where it changes, something was deployed.' }
  ),
};
