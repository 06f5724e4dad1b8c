import { type Runbook } from '../../../domain/runbook/types';
import { type Stack } from '../../../domain/stack/types';
import { investigate, link, metric, promql } from '../runbookKit';
import {
  alertmanagerIsFound,
  alertsAreHandedOver,
  answers,
  attributesAreThere,
  clusterIsGreen,
  collect,
  countsAreFresh,
  linesArrive,
  metricsAreKept,
  nothingIsSilent,
  notificationsGo,
  notificationsSucceed,
  notify,
  oldLinesGo,
  oldMetricsGo,
  prometheusHealth,
  sampledShare,
  source,
  store,
  tracesArrive,
  tracesCross,
  unmeasured,
  use,
} from '../stackKit';

/** Document 004, implementation checklist and retention; bounds without a number there are ours. */
export const stackChecklist: Runbook = {
  id: 'observability',
  title: 'Is the observability of the standard’s services complete?',
  service: 'prometheus',
  alerts: [],
  severity: 'info',
  summary:
    'The standard asks for three pillars and events: metrics, logs, traces, and what changed. It keeps raw metrics 15 days, logs 30, traces 7 and events 90, and one trace in ten. Deploys, alerts that change their state and entries of incidents are the events here.',
  steps: [
    investigate('applications', 'Every service is instrumented', {
      checks: [
        answers('Applications answer', 'job="application-metrics"'),
        promql(
          'Services with spans and without request metrics',
          'count(count by (service) (label_replace(traces_span_metrics_calls_total{span_kind="SPAN_KIND_SERVER",$where},"service","$1","service_name","(.+)")) unless on (service) count by (service) (http_requests_total{$where})) or vector(0)',
          '>',
          0
        ),
        attributesAreThere,
        link('Services', 'services'),
      ],
    }),
    investigate('infrastructure', 'Nodes and pods report', {
      checks: [answers('Exporters answer', 'job=~"node-exporter|cadvisor|kube-state-metrics"')],
    }),
    investigate('scrape', 'Prometheus scrapes every target', {
      checks: [
        nothingIsSilent(''),
        promql('Slowest scrape', 'max by (job) (scrape_duration_seconds{$where})', '>', 10, { unit: 's' }),
      ],
    }),
    investigate('prometheus', 'Prometheus keeps it and evaluates rules', {
      text: 'Raw samples stay 15 days. Objectives look back 30: their event counts are recorded, and need the longer retention that is asked for here. Nothing in the stack thins samples out to five minutes or an hour.',
      checks: [
        answers('Prometheus answers', 'job="prometheus"'),
        metric('prometheus.cardinality-used', '>', 1, { title: 'Series, share of a million' }),
        metric('prometheus.rule-group-use', '>', 1, { title: 'Slowest rule group, share of its interval' }),
        ...prometheusHealth,
        countsAreFresh(''),
        metricsAreKept(30),
        oldMetricsGo,
        link('Objectives', 'slos'),
      ],
    }),
    investigate('delivery', 'Spans and lines are delivered', {
      checks: [
        metric('telemetry.failure-ratio', '>', 0.001, { title: 'Deliveries that failed' }),
        metric('telemetry.sent', '<=', 0, { by: ['store'], title: 'Deliveries' }),
      ],
    }),
    investigate('jaeger', 'Jaeger receives traces', {
      text: 'One trace in ten is kept, by the standard: counts from traces are a tenth, and objectives are never computed from them. (The standard’s own code names no sampler, and would keep all.)',
      checks: [
        answers('Jaeger answers', 'job="jaeger"'),
        tracesArrive('web-frontend'),
        tracesCross('web-frontend'),
        metric('jaeger.drop-ratio', '>', 0.001, { title: 'Spans dropped' }),
        metric('jaeger.queue-used', '>', 0.7, { title: 'Queue of the collector' }),
        ...sampledShare('web-frontend', 'http_requests_total{service="web-frontend",$where}', 0.1),
        link('Traces', 'traces'),
      ],
    }),
    investigate('elasticsearch', 'Elasticsearch has the newest lines', {
      text: 'One index a service and day. Lines stay 30 days.',
      checks: [
        answers('Elasticsearch answers', 'job="elasticsearch"'),
        clusterIsGreen,
        metric('elasticsearch.disk-used', '>', 0.85, { title: 'Disk' }),
        linesArrive('app-logs'),
        linesArrive('app-logs', {
          title: 'Lines that name no service',
          where: [{ field: 'service', exists: false }],
          within: '1h',
          abnormal: { op: '>', value: 0 },
        }),
        oldLinesGo('app-logs', 30),
        link('Logs', 'logs'),
      ],
    }),
    investigate('alertmanager', 'Alerts reach Alertmanager', {
      checks: [
        answers('Alertmanager answers', 'job="alertmanager"'),
        alertmanagerIsFound,
        alertsAreHandedOver,
        link('Alerts', 'alerts'),
      ],
    }),
    investigate('receivers', 'Somebody is notified', {
      checks: [notificationsGo('Receivers', '$where'), notificationsSucceed('Receivers', '$where')],
    }),
  ],
};

/** Document 004, the parts that it configures. */
export const stack: Stack = {
  runbook: stackChecklist.id,
  sampledRatio: 0.1,
  parts: [
    source('applications', 'Services', ['scrape', 'delivery']),
    source('infrastructure', 'Nodes and pods', ['scrape']),
    collect('scrape', 'Prometheus scrapes', ['prometheus']),
    collect('delivery', 'Delivery of spans and lines', ['jaeger', 'elasticsearch']),
    store('prometheus', 'Prometheus', ['grafana', 'alertmanager']),
    store('jaeger', 'Jaeger', ['grafana']),
    store('elasticsearch', 'Elasticsearch', ['grafana']),
    use('grafana', 'Grafana', [], unmeasured('It shows this page; nothing scrapes it.')),
    use('alertmanager', 'Alertmanager', ['receivers']),
    notify('receivers', 'Receivers', []),
  ],
};
