import { type Signal } from '../../../../domain/signals/types';

/** The standard's limit; it does not say of what, and one server is how it is read. */
const SERIES_LIMIT = 1_000_000;

const perSecond = (
  title: string,
  metric: string,
  more: Partial<Pick<Signal, 'direction' | 'thresholds'>> = {}
): Signal => ({
  kind: 'rate',
  title,
  metric,
  unit: 'cps',
  direction: 'neutral',
  ...more,
});
const shouldBeNone = { direction: 'lower-is-better' } as const;

/** Prometheus about itself. */
export const prometheusSignals: Readonly<Record<string, Signal>> = {
  'head-series': {
    kind: 'gauge',
    title: 'Series in memory',
    metric: 'prometheus_tsdb_head_series',
    aggregation: 'max',
    unit: 'short',
    direction: 'neutral',
  },
  'cardinality-used': {
    kind: 'expression',
    title: 'Cardinality, share of the limit',
    description: 'Series in memory of the fullest server over the limit of 1,000,000. The warning at 80 % is ours.',
    expr: `max by ($by) (prometheus_tsdb_head_series{$where}) / ${SERIES_LIMIT}`,
    metrics: ['prometheus_tsdb_head_series'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.8, critical: 1 },
    implements: ['OBS-PIL-06'],
  },
  'series-by-metric': {
    kind: 'expression',
    title: 'Series of a metric',
    description: 'The ten metrics of this system with most series.',
    expr: 'topk(10, count by (__name__) ({__name__!="", $where}))',
    metrics: [],
    unit: 'short',
    direction: 'neutral',
    implements: ['OBS-QUAL-10'],
  },
  'samples-ingested': perSecond('Samples ingested', 'prometheus_tsdb_head_samples_appended_total'),
  'rule-failures': perSecond('Failed rule evaluations', 'prometheus_rule_evaluation_failures_total', shouldBeNone),
  'notifications-dropped': perSecond('Alerts dropped', 'prometheus_notifications_dropped_total', shouldBeNone),
  'storage-size': {
    kind: 'gauge',
    title: 'Stored blocks',
    metric: 'prometheus_tsdb_storage_blocks_bytes',
    aggregation: 'sum',
    unit: 'bytes',
    direction: 'neutral',
  },
};

/** Alertmanager about itself. */
export const alertmanagerSignals: Readonly<Record<string, Signal>> = {
  alerts: {
    kind: 'gauge',
    title: 'Alerts held',
    description: 'By state: active, suppressed or unprocessed.',
    metric: 'alertmanager_alerts',
    aggregation: 'sum',
    unit: 'short',
    direction: 'neutral',
  },
  'notifications-failed': perSecond('Failed notifications', 'alertmanager_notifications_failed_total', shouldBeNone),
};

/** Jaeger about itself. */
export const jaegerSignals: Readonly<Record<string, Signal>> = {
  'spans-received': perSecond('Spans received', 'jaeger_collector_spans_received_total'),
  'spans-dropped': perSecond('Spans dropped', 'jaeger_collector_spans_dropped_total', shouldBeNone),
  queue: {
    kind: 'gauge',
    title: 'Queue of the collector',
    metric: 'jaeger_collector_queue_length',
    aggregation: 'sum',
    unit: 'short',
    direction: 'lower-is-better',
  },
};
