import { type Signal } from '../../../../domain/signals/types';

const durations = 'traces_span_metrics_duration_milliseconds_bucket';
const calls = 'traces_span_metrics_calls_total';

const p95 = (window: string) => `histogram_quantile(0.95, sum by ($by, le) (rate(${durations}{$where}[${window}])))`;
const failed = (window: string) =>
  `sum by ($by) (rate(${calls}{status_code="STATUS_CODE_ERROR", $where}[${window}])) / (sum by ($by) (rate(${calls}{$where}[${window}])) > 0)`;

const duration = (title: string, window: string): Signal => ({
  kind: 'expression',
  title,
  expr: p95(window).replace('$by, le', 'service_name, span_name, le'),
  metrics: [durations],
  unit: 'ms',
  direction: 'neutral',
});

/** Operations against their own day: the last hour over the last 24, by service and operation. */
export const baselineSignals: Readonly<Record<string, Signal>> = {
  'operation-p95-24h': { ...duration('p95, 24 h', '24h'), implements: ['OBS-QUAL-31'] },
  'operation-p95-1h': duration('p95, 1 h', '1h'),
  'operation-slowdown': {
    kind: 'expression',
    title: 'p95 against its day',
    description: 'p95 of the last hour over that of the last 24 hours. Twice as slow is an anomaly of the standard.',
    expr: `${p95('1h')} / (${p95('24h')} > 0)`.replaceAll('$by, le', 'service_name, span_name, le'),
    metrics: [durations],
    unit: 'suffix: x',
    direction: 'lower-is-better',
    thresholds: { warning: 2 },
  },
  'operation-error-growth': {
    kind: 'expression',
    title: 'Errors against their day',
    description:
      'Error rate of the last hour over that of the last 24 hours, where there were errors. Five times as many is an anomaly of the standard.',
    expr: `(${failed('1h')}) / ((${failed('24h')}) > 0)`.replaceAll('by ($by)', 'by (service_name, span_name)'),
    metrics: [calls],
    unit: 'suffix: x',
    direction: 'lower-is-better',
    thresholds: { warning: 5 },
  },
};
