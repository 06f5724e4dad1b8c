import { type Signal } from '../../../../domain/signals/types';
import { count, failedShare, gauge, p95, perSecond, share } from '../../monitoringSignals';

/** The standard's limit; it does not say of what, and one server is how it is read. */
const SERIES_LIMIT = 1_000_000;

/** Prometheus about itself. */
export const prometheusSignals: Readonly<Record<string, Signal>> = {
  'head-series': gauge('Series in memory', 'prometheus_tsdb_head_series', 'short', { aggregation: 'max' }),
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
  'rule-evaluations': perSecond('Rule evaluations', 'prometheus_rule_evaluations_total'),
  'rule-failures': count('Failed rule evaluations', 'prometheus_rule_evaluation_failures_total'),
  'rule-failure-ratio': failedShare(
    'Failed rule evaluations',
    'prometheus_rule_evaluation_failures_total',
    'prometheus_rule_evaluations_total'
  ),
  'rule-duration': gauge('Duration of a rule group', 'prometheus_rule_group_last_duration_seconds', 's', {
    aggregation: 'max',
    description: 'Of the slowest group, in its last evaluation.',
  }),
  'rule-group-use': {
    kind: 'expression',
    title: 'Rule groups, share of their interval',
    description: 'Duration of the slowest rule group over its interval; at 100 % it misses evaluations.',
    expr: 'max by ($by) (prometheus_rule_group_last_duration_seconds{$where} / (prometheus_rule_group_interval_seconds{$where} > 0))',
    metrics: ['prometheus_rule_group_last_duration_seconds', 'prometheus_rule_group_interval_seconds'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.5, critical: 1 },
  },
  'query-latency-p95': p95('Query latency p95', 'prometheus_http_request_duration_seconds', {
    handler: { re: '/api/v1/query(_range)?' },
  }),
  'scrape-duration': gauge('Scrape duration', 'scrape_duration_seconds', 's', {
    aggregation: 'max',
    description: 'Of the slowest target.',
  }),
  'notifications-dropped': count('Alerts dropped', 'prometheus_notifications_dropped_total'),
  'notification-queue': share(
    'Queue of alerts',
    'prometheus_notifications_queue_length',
    'prometheus_notifications_queue_capacity'
  ),
  'storage-size': gauge('Stored blocks', 'prometheus_tsdb_storage_blocks_bytes', 'bytes'),
  'wal-size': gauge('Write-ahead log', 'prometheus_tsdb_wal_storage_size_bytes', 'bytes'),
  'out-of-order': count('Samples out of order', 'prometheus_tsdb_out_of_order_samples_total'),
};

/** Alertmanager about itself. */
export const alertmanagerSignals: Readonly<Record<string, Signal>> = {
  alerts: gauge('Alerts held', 'alertmanager_alerts', 'short', {
    description: 'By state: active, suppressed or unprocessed.',
  }),
  notifications: perSecond('Notifications', 'alertmanager_notifications_total'),
  'notifications-failed': count('Failed notifications', 'alertmanager_notifications_failed_total'),
  'notification-failure-ratio': failedShare(
    'Failed notifications',
    'alertmanager_notifications_failed_total',
    'alertmanager_notifications_total'
  ),
  'notification-latency-p95': p95('Notification latency p95', 'alertmanager_notification_latency_seconds'),
};

/** Jaeger about itself. */
export const jaegerSignals: Readonly<Record<string, Signal>> = {
  'spans-received': perSecond('Spans received', 'jaeger_collector_spans_received_total'),
  'spans-dropped': count('Spans dropped', 'jaeger_collector_spans_dropped_total'),
  'drop-ratio': failedShare(
    'Spans dropped',
    'jaeger_collector_spans_dropped_total',
    'jaeger_collector_spans_received_total'
  ),
  'save-latency-p95': p95('Latency of saving p95', 'jaeger_collector_save_latency'),
  queue: gauge('Queue of the collector', 'jaeger_collector_queue_length', 'short'),
  'queue-used': share('Queue of the collector', 'jaeger_collector_queue_length', 'jaeger_collector_queue_capacity'),
  'storage-size': {
    kind: 'expression',
    title: 'Stored spans',
    expr: 'sum by ($by) (jaeger_badger_size_bytes_lsm{$where}) + sum by ($by) (jaeger_badger_size_bytes_vlog{$where})',
    metrics: ['jaeger_badger_size_bytes_lsm', 'jaeger_badger_size_bytes_vlog'],
    unit: 'bytes',
    direction: 'neutral',
  },
};

/** Elasticsearch, under the names of its usual exporter. */
export const elasticsearchSignals: Readonly<Record<string, Signal>> = {
  green: {
    kind: 'gauge',
    title: 'Cluster is green',
    description: 'Every shard and every copy of it has a node, as the cluster reports it.',
    metric: 'elasticsearch_cluster_health_status',
    where: { color: 'green' },
    aggregation: 'min',
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
  },
  'documents-indexed': perSecond('Documents indexed', 'elasticsearch_indices_indexing_index_total'),
  'documents-refused': count('Documents not indexed', 'elasticsearch_indices_indexing_index_failed_total'),
  'refusal-ratio': failedShare(
    'Documents not indexed',
    'elasticsearch_indices_indexing_index_failed_total',
    'elasticsearch_indices_indexing_index_total'
  ),
  'search-time': {
    kind: 'expression',
    title: 'Mean time of a search',
    description: 'On one shard.',
    expr: 'sum by ($by) (rate(elasticsearch_indices_search_query_time_seconds_total{$where}[$window])) / (sum by ($by) (rate(elasticsearch_indices_search_query_total{$where}[$window])) > 0)',
    metrics: ['elasticsearch_indices_search_query_time_seconds_total', 'elasticsearch_indices_search_query_total'],
    unit: 's',
    direction: 'lower-is-better',
  },
  'heap-used': share('Heap', 'elasticsearch_jvm_memory_used_bytes', 'elasticsearch_jvm_memory_max_bytes', {
    warning: 0.85,
    critical: 0.95,
  }),
  'disk-used': {
    kind: 'expression',
    title: 'Disk',
    description: 'Used share of the disk under the indices. At 85 % Elasticsearch stops placing shards there.',
    expr: '1 - sum by ($by) (elasticsearch_filesystem_data_available_bytes{$where}) / (sum by ($by) (elasticsearch_filesystem_data_size_bytes{$where}) > 0)',
    metrics: ['elasticsearch_filesystem_data_available_bytes', 'elasticsearch_filesystem_data_size_bytes'],
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.85, critical: 0.9 },
  },
  'storage-size': gauge('Stored logs', 'elasticsearch_indices_store_size_bytes', 'bytes'),
  'unassigned-shards': gauge('Shards without a node', 'elasticsearch_cluster_health_unassigned_shards', 'short', {
    direction: 'lower-is-better',
  }),
};

/** What delivers spans and log lines in the development stack. */
export const deliverySignals: Readonly<Record<string, Signal>> = {
  sent: perSecond('Sent', 'watchkeeper_telemetry_sent_total'),
  failed: count('Not delivered', 'watchkeeper_telemetry_sent_total', { result: 'failed' }),
  'failure-ratio': {
    kind: 'ratio',
    title: 'Not delivered',
    part: { metric: 'watchkeeper_telemetry_sent_total', where: { result: 'failed' } },
    total: { metric: 'watchkeeper_telemetry_sent_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.001, critical: 0.01 },
  },
  'send-latency-p95': p95('Latency of a delivery p95', 'watchkeeper_telemetry_send_duration_seconds'),
};
