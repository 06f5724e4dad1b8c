import { type Service } from '../../../types';
import { count, failedShare, gauge, p95, perSecond } from '../../monitoringSignals';

const part = (id: string, name: string, more: Partial<Service> = {}): Service => ({
  id,
  name,
  kind: 'monitoring',
  team: 'observability',
  scrape: { job: id },
  ...more,
});

/** Document 000, the stack that watches everything else; what each part says about itself. */
export const monitoringServices: readonly Service[] = [
  part('prometheus', 'Prometheus', {
    signals: {
      samples: perSecond('Samples ingested', 'prometheus_tsdb_head_samples_appended_total'),
      'query-latency-p95': p95('Query latency p95', 'prometheus_http_request_duration_seconds'),
      'head-series': gauge('Series in memory', 'prometheus_tsdb_head_series', 'short'),
    },
    golden: { traffic: 'prometheus.samples', latency: 'prometheus.query-latency-p95' },
  }),
  part('alertmanager', 'Alertmanager', {
    signals: {
      notifications: perSecond('Notifications', 'alertmanager_notifications_total'),
      failed: count('Failed notifications', 'alertmanager_notifications_failed_total'),
      'failure-ratio': failedShare(
        'Failed notifications',
        'alertmanager_notifications_failed_total',
        'alertmanager_notifications_total'
      ),
    },
    golden: { traffic: 'alertmanager.notifications', errors: 'alertmanager.failure-ratio' },
  }),
  part('vector', 'Vector', {
    signals: {
      events: perSecond('Events sent', 'vector_component_sent_events_total'),
      memory: gauge('Memory', 'process_resident_memory_bytes', 'bytes', { where: { job: 'vector' } }),
    },
    golden: { traffic: 'vector.events' },
  }),
  part('elasticsearch', 'Elasticsearch'),
  part('jaeger', 'Jaeger'),
  part('otel-collector', 'OpenTelemetry Collector'),
  part('grafana', 'Grafana'),
];
