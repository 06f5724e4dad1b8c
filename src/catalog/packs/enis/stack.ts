import { type Runbook } from '../../../domain/runbook/types';
import { type Stack } from '../../../domain/stack/types';
import { ask, command, investigate, link, promql } from '../runbookKit';
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
  seriesOfJobs,
  serverAnswers,
  source,
  spansAreKept,
  store,
  tracesArrive,
  tracesCross,
  unmeasured,
  use,
} from '../stackKit';

/** Nothing scrapes what has no network. */
const SCRAPED = 'tier!="airgapped"';
const own = (integration: string) => `integration="${integration}",$where`;
const paged = (name: string, integration: string) => [
  notificationsGo(name, own(integration)),
  notificationsSucceed(name, own(integration)),
];

/** Document 000, quality gates and order of deployment; bounds without a number there are ours. */
export const stackChecklist: Runbook = {
  id: 'observability',
  title: 'Is the observability of ENIS complete?',
  service: 'observability-service',
  alerts: [],
  severity: 'info',
  variables: { namespace: 'enis-observability' },
  summary:
    'The observability service of ENIS 3.0 brings metrics, logs, traces, boards and alerts. It is operational-critical and was delivered with priority P1. Metrics: Prometheus and Grafana. Traces: OpenTelemetry and Jaeger. Logs: Vector and Elasticsearch. Alerts: Alertmanager, PagerDuty and Slack.',
  steps: [
    investigate('applications', 'Applications report', {
      text: 'The air-gapped tier is left out: nothing can scrape it, its figures are carried over by hand.',
      checks: [
        answers('Kernel, inference and cloud services answer', 'job=~".*-service|nops-kernel|edge-gateway"'),
        answers('Edge agents answer', `job=~"edge-.+",${SCRAPED}`),
        answers('Nodes and stores answer', 'job=~"node-exporter|kube-state-metrics|postgres|redis"'),
        attributesAreThere,
      ],
    }),
    investigate('scrape', 'Prometheus scrapes every target', {
      checks: [
        nothingIsSilent(SCRAPED),
        seriesOfJobs(100_000),
        promql('Slowest scrape', 'max by (job) (scrape_duration_seconds{$where})', '>', 10, { unit: 's' }),
      ],
    }),
    investigate('prometheus', 'Prometheus keeps what it scrapes', {
      text: 'Limits of the document: a million series a tenant, a hundred thousand a service, 10,000 samples a second a tenant. 15 days stay here and a year in a remote store; objectives look back 28 days, so 15 days are not enough without one.',
      checks: [
        serverAnswers('Prometheus', 'prometheus'),
        promql('Series in memory', 'max(prometheus_tsdb_head_series{$where})', '>', 1_000_000),
        promql('Series of a tenant', 'count by (tenant_id) ({tenant_id!="",$where})', '>', 1_000_000),
        promql(
          'Samples a second and tenant, mean of all tenants',
          'sum(rate(prometheus_tsdb_head_samples_appended_total{$where}[5m])) / count(count by (tenant_id) (nops_requests_total{$where}))',
          '>',
          10_000
        ),
        ...prometheusHealth,
        countsAreFresh(SCRAPED),
        metricsAreKept(28),
        oldMetricsGo,
        link('Objectives', 'slos'),
      ],
    }),
    investigate('grafana', 'Grafana shows it', {
      checks: [serverAnswers('Grafana', 'grafana'), link('Boards', 'boards')],
    }),
    investigate('otel-collector', 'Collectors pass spans on', {
      checks: [serverAnswers('OpenTelemetry Collector', 'otel-collector')],
    }),
    investigate('jaeger', 'Jaeger receives traces', {
      text: [
        'What is kept, by the document. At the head, before the first span: everything in development and staging, 1 % in production, at most 100 traces a second of a busy service. At the tail, when the trace is complete: every trace with an error, every one slower than p99, every one of a tenant under debugging, 1 % of the rest.',
        'A sampler at the head cannot know about errors, and a tail cannot bring back what the head has dropped: the policies for errors, latency and tenants hold only where the head lets everything through.',
      ].join('\n\n'),
      checks: [
        serverAnswers('Jaeger', 'jaeger'),
        tracesArrive('nops-kernel'),
        tracesArrive('edge-agents'),
        tracesCross('edge-agents'),
        spansAreKept,
        ...sampledShare('nops-kernel', 'nops_requests_total{$where}', 0.01),
        link('Traces', 'traces'),
      ],
    }),
    investigate('elasticsearch', 'Elasticsearch has the newest lines', {
      text: 'Hot for 7 days, warm until the 30th, cold until the 90th, then deleted.',
      checks: [
        serverAnswers('Elasticsearch', 'elasticsearch'),
        clusterIsGreen,
        linesArrive('enis'),
        oldLinesGo('enis', 90),
        ask('Does a lifecycle policy report a failed step?'),
        command('curl -s http://elasticsearch:9200/logs-*/_ilm/explain?only_errors=true'),
      ],
    }),
    investigate('vector', 'Vector ships log lines', {
      text: 'At most 50 MB of memory, and 1,000 lines a second for each tenant.',
      checks: [
        serverAnswers('Vector', 'vector'),
        promql(
          'Lines sent to Elasticsearch a second',
          'sum(rate(vector_component_sent_events_total{component_id="elasticsearch",$where}[$window]))',
          '<=',
          0
        ),
        promql(
          'Lines a second, all tenants together',
          'sum(rate(vector_component_sent_events_total{component_id="elasticsearch",$where}[$window]))',
          '>',
          1000
        ),
        promql('Memory of Vector', 'max(process_resident_memory_bytes{job="vector",$where})', '>', 50_000_000, {
          unit: 'decbytes',
        }),
      ],
    }),
    investigate('archive', 'The archive fills', {
      checks: [
        promql(
          'Lines sent to the archive a second',
          'sum(rate(vector_component_sent_events_total{component_id="s3_archive",$where}[$window]))',
          '<=',
          0
        ),
      ],
    }),
    investigate('alertmanager', 'Alerts reach Alertmanager', {
      checks: [
        serverAnswers('Alertmanager', 'alertmanager'),
        alertmanagerIsFound,
        alertsAreHandedOver,
        link('Alerts', 'alerts'),
      ],
    }),
    investigate('pagerduty', 'PagerDuty is notified', { checks: paged('PagerDuty', 'pagerduty') }),
    investigate('slack', 'Slack is notified', { checks: paged('Slack', 'slack') }),
    investigate('email', 'E-mail is sent', { checks: paged('E-mail', 'email') }),
    investigate('principles', 'The five principles hold', {
      text: 'Three pillars for every service; OpenTelemetry everywhere; few enough series; tenants apart; nothing kept longer than it is worth.',
      checks: [
        promql(
          'Services with metrics and without spans',
          'count(count by (service) (enis_requests_total{$where}) unless on (service) count by (service) (label_replace(traces_span_metrics_calls_total{$where},"service","$1","service_name","(.+)"))) or vector(0)',
          '>',
          0
        ),
        attributesAreThere,
        seriesOfJobs(100_000),
        promql(
          'Requests to the kernel without a tenant',
          'sum(rate(nops_requests_total{tenant_id="",$where}[$window])) or vector(0)',
          '>',
          0,
          { unit: 'reqps' }
        ),
        oldLinesGo('enis', 90),
      ],
    }),
    investigate('runbooks', 'Every component has boards, every critical alert a runbook', {
      checks: [link('NOPS Kernel', 'boards', 'enis', 'nops-kernel'), link('Runbooks', 'runbooks')],
    }),
  ],
};

/** Document 000, the way of telemetry from its sources to people. */
export const stack: Stack = {
  runbook: stackChecklist.id,
  sampledRatio: 0.01,
  parts: [
    source('applications', 'Kernel, services, edge agents', ['scrape', 'otel-collector', 'vector']),
    source(
      'air-gapped',
      'Air-gapped agents',
      ['scrape'],
      unmeasured('Carried over by hand: late, and by nobody’s scrape.')
    ),
    collect('scrape', 'Prometheus scrapes', ['prometheus']),
    collect('otel-collector', 'OpenTelemetry Collector', ['jaeger']),
    collect('vector', 'Vector', ['elasticsearch', 'archive']),
    store('prometheus', 'Prometheus', ['grafana', 'alertmanager']),
    store('jaeger', 'Jaeger', ['grafana']),
    store('elasticsearch', 'Elasticsearch', ['grafana']),
    store('archive', 'Log archive', []),
    use('grafana', 'Grafana', []),
    use('alertmanager', 'Alertmanager', ['pagerduty', 'slack', 'email']),
    notify('pagerduty', 'PagerDuty', []),
    notify('slack', 'Slack', []),
    notify('email', 'E-mail', []),
  ],
};
