import { type Runbook } from '../../../domain/runbook/types';
import { type Stack } from '../../../domain/stack/types';
import { investigate, link, promql } from '../runbookKit';
import {
  alertmanagerIsFound,
  alertsAreHandedOver,
  answers,
  attributesAreThere,
  clusterIsNotRed,
  collect,
  countsAreFresh,
  linesArrive,
  metricsAreKept,
  nothingIsSilent,
  notificationsGo,
  notificationsSucceed,
  notify,
  oldMetricsGo,
  prometheusHealth,
  sampledShare,
  source,
  spansAreKept,
  store,
  tracesArrive,
  tracesCross,
  unmeasured,
  use,
} from '../stackKit';

const SERVICES = 'gateway|conversation-worker|tool-executor|router|canvas-service|delegation-gateway';
const counted = (title: string, metric: string) =>
  promql(title, `sum(rate(${metric}{$where}[15m]))`, '<=', 0, { unit: 'cps' });

/** Document 002, objectives, tasks of both weeks and acceptance criteria; bounds are ours. */
export const stackChecklist: Runbook = {
  id: 'observability',
  title: 'Is the observability of SomaAgent complete?',
  service: 'gateway',
  alerts: [],
  severity: 'info',
  summary:
    'Goal of the sprint: metrics, traces, boards and alerts of every service within two weeks. Its six objectives are the steps below: Prometheus with alerting, distributed tracing, metrics of all services, rules for violated objectives, a dead letter queue for failed events, structured logs in one place.',
  steps: [
    investigate('applications', 'Week 1: services have metrics', {
      checks: [
        answers('Services answer', `job=~"${SERVICES}"`),
        counted('Requests counted by the gateway', 'http_requests_total'),
        counted('Conversations counted by the worker', 'conversation_requests_total'),
        counted('Tools counted by the executor', 'tool_execution_total'),
        link('Services', 'services'),
      ],
    }),
    investigate('scrape', 'Week 1: Prometheus scrapes them', {
      checks: [nothingIsSilent('')],
    }),
    investigate('prometheus', 'Week 1: rules record and alert', {
      checks: [
        ...prometheusHealth,
        promql(
          'Recordings of somaagent_aggregations',
          'count(count by (__name__) ({__name__=~"(job|tenant|persona|model):.+",$where}))',
          '<',
          7
        ),
        countsAreFresh(''),
        metricsAreKept(30),
        oldMetricsGo,
        link('Objectives', 'slos'),
      ],
    }),
    investigate('jaeger', 'Week 2: traces cross the services', {
      text: 'One request in ten is to be traced. The document’s own set-up names no sampler, which would trace all.',
      checks: [
        tracesArrive('gateway'),
        tracesCross('gateway'),
        attributesAreThere,
        spansAreKept,
        ...sampledShare('gateway', 'http_requests_total{job="gateway",$where}', 0.1),
        link('Traces', 'traces'),
      ],
    }),
    investigate('dead-letters', 'Week 2: failed events are kept', {
      checks: [linesArrive('soma-agent-dlq', { title: 'Dead letters in a day', within: '24h' })],
    }),
    investigate('logs', 'Week 2: structured logs', {
      checks: [
        linesArrive('soma-agent'),
        linesArrive('soma-agent', {
          title: 'Log lines with a trace id',
          where: [{ field: 'traceId', exists: true }],
        }),
        clusterIsNotRed,
        link('Logs', 'logs'),
      ],
    }),
    investigate('alertmanager', 'Alerts reach Alertmanager', {
      checks: [alertmanagerIsFound, alertsAreHandedOver, link('Alerts', 'alerts')],
    }),
    investigate('receivers', 'Somebody is notified', {
      text: 'The document routes nothing yet: paging is one of its next steps.',
      checks: [notificationsGo('All receivers', ''), notificationsSucceed('All receivers', '')],
    }),
    investigate('runbooks', 'Week 2: common alerts have runbooks', { checks: [link('Runbooks', 'runbooks')] }),
  ],
};

/** Document 002, the parts that the sprint deploys. */
export const stack: Stack = {
  runbook: stackChecklist.id,
  sampledRatio: 0.1,
  parts: [
    source('applications', 'Gateways, workers, executors', ['scrape', 'otel-collector', 'stdout']),
    source('dead-letters', 'Dead letter queue', ['stdout']),
    collect('scrape', 'Prometheus scrapes', ['prometheus']),
    collect('otel-collector', 'OpenTelemetry Collector', ['jaeger'], unmeasured('No job of the document scrapes it.')),
    collect(
      'stdout',
      'JSON logs',
      ['logs'],
      unmeasured('The document names no shipper. Whether lines arrive is seen in the store.')
    ),
    store('prometheus', 'Prometheus', ['grafana', 'alertmanager']),
    store('jaeger', 'Jaeger', ['grafana']),
    store('logs', 'Elasticsearch', ['grafana']),
    use('grafana', 'Grafana', [], unmeasured('It shows this page; nothing scrapes it.')),
    use('alertmanager', 'Alertmanager', ['receivers']),
    notify('receivers', 'Receivers', []),
  ],
};
