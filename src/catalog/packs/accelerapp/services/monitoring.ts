import { type Signal } from '../../../../domain/signals/types';
import { type Service } from '../../../types';

const up = (job: string): Signal => ({
  kind: 'gauge',
  title: 'Reachable',
  metric: 'up',
  where: { job },
  aggregation: 'min',
  unit: 'bool',
  direction: 'higher-is-better',
  thresholds: { critical: 1 },
});

/** A part of the monitoring stack. Its scrape job is its id. */
function part(id: string, name: string, more: Partial<Service> = {}): Service {
  return {
    id,
    name,
    kind: 'monitoring',
    team: 'ops-team',
    scrape: { job: id },
    ...more,
    signals: { up: up(id), ...more.signals },
  };
}

/** What a single server is said to carry. */
const SERIES_OF_ONE_SERVER = 1_000_000;

/** Document 003, "Monitoring the Monitoring". It lists the first four; the others are watched in the same way. */
export const monitoringServices: readonly Service[] = [
  part('prometheus', 'Prometheus', {
    description: 'Collects metrics and evaluates rules. (The document lets the alert manager evaluate them.)',
    dependsOn: ['alertmanager'],
    golden: { saturation: 'prometheus.head-series' },
    signals: {
      'head-series': {
        kind: 'gauge',
        title: 'Series in memory',
        description: 'One server is said to carry a million.',
        metric: 'prometheus_tsdb_head_series',
        aggregation: 'sum',
        unit: 'short',
        direction: 'lower-is-better',
        thresholds: { warning: SERIES_OF_ONE_SERVER },
        implements: ['ACC-QUAL-01'],
      },
    },
    implements: ['ACC-SVC-04'],
  }),
  part('grafana', 'Grafana', {
    dependsOn: ['prometheus', 'jaeger', 'elasticsearch'],
    implements: ['ACC-SVC-04'],
  }),
  part('elasticsearch', 'Elasticsearch', { implements: ['ACC-SVC-04'] }),
  part('jaeger', 'Jaeger', { implements: ['ACC-SVC-04'] }),
  part('alertmanager', 'Alertmanager'),
  part('logstash', 'Logstash', { dependsOn: ['elasticsearch'] }),
  part('kibana', 'Kibana', { dependsOn: ['elasticsearch'] }),
  part('otel-collector', 'OpenTelemetry Collector', {
    dependsOn: ['jaeger'],
    golden: { traffic: 'otel-collector.spans-accepted' },
    signals: {
      'spans-accepted': {
        kind: 'rate',
        title: 'Spans accepted',
        metric: 'otelcol_receiver_accepted_spans',
        unit: 'eps',
        direction: 'neutral',
      },
      'spans-lost': {
        kind: 'rate',
        title: 'Spans not passed on',
        metric: 'otelcol_exporter_send_failed_spans',
        unit: 'eps',
        direction: 'lower-is-better',
      },
    },
  }),
];
