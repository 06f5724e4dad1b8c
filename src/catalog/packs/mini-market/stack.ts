import { type Runbook } from '../../../domain/runbook/types';
import { type Stack } from '../../../domain/stack/types';
import { command, investigate, link, promql, web } from '../runbookKit';
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
  noSecrets,
  nothingIsSilent,
  notificationsGo,
  notificationsSucceed,
  notify,
  oldMetricsGo,
  prometheusHealth,
  source,
  spansAreKept,
  store,
  tracesArrive,
  tracesCross,
  unmeasured,
  use,
} from '../stackKit';

const AGENTS = 'agente_deposito|agente_negocio|ml_service|dashboard';
const EXPORTERS = 'postgres|redis|nginx|node|cadvisor';

/** Document 001, work of the second week and its integration test; bounds are ours. */
export const stackChecklist: Runbook = {
  id: 'observability',
  title: 'Is the observability of Mini Market complete?',
  service: 'dashboard',
  alerts: [],
  severity: 'info',
  summary:
    'Monitoring, logs, traces and alerts of the four agents, owned by DevOps / SRE. The document calls the stack prepared, with its implementation in week 2 of phase 1: the checks say how far it is. Where it plans Loki and Promtail, this installation has Elasticsearch.',
  steps: [
    investigate('applications', 'The four agents report', {
      checks: [
        answers('Agents answer', `job=~"${AGENTS}"`),
        promql('Agents that are scraped', `count(count by (job) (up{job=~"${AGENTS}",$where}))`, '<', 4),
        attributesAreThere,
        link('Services', 'services'),
      ],
    }),
    investigate('exporters', 'Exporters report', {
      checks: [answers('Exporters answer', `job=~"${EXPORTERS}"`)],
    }),
    investigate('scrape', 'Prometheus scrapes them', {
      checks: [
        nothingIsSilent(''),
        promql('Samples of the emptiest target', 'min by (job) (scrape_samples_scraped{$where})', '<', 1),
        command('curl -s http://localhost:9090/api/v1/targets?state=active'),
      ],
    }),
    investigate('prometheus', 'Prometheus keeps it and evaluates rules', {
      checks: [...prometheusHealth, countsAreFresh(''), metricsAreKept(30), oldMetricsGo],
    }),
    investigate('logs', 'Log lines arrive', {
      checks: [linesArrive('mini-market'), noSecrets('mini-market'), clusterIsNotRed, link('Logs', 'logs')],
    }),
    investigate('jaeger', 'Traces arrive', {
      text: 'Tracing is a task of week 3, and optional. The document says nothing of sampling.',
      checks: [tracesArrive('dashboard'), tracesCross('dashboard'), spansAreKept, link('Traces', 'traces')],
    }),
    investigate('alertmanager', 'Alerts reach Alertmanager', {
      checks: [alertmanagerIsFound, alertsAreHandedOver, link('Alerts', 'alerts')],
    }),
    investigate('slack', 'Alerts are notified', {
      text: 'In the development stack a webhook takes what Slack would get.',
      checks: [notificationsGo('All receivers', ''), notificationsSucceed('All receivers', '')],
    }),
    investigate('boards', 'Boards and runbooks are there', {
      text: 'They come with the catalog and need no provisioning of their own.',
      checks: [
        link('System overview', 'boards', 'mini-market', 'system-overview'),
        link('Runbooks', 'runbooks'),
        web('Practices of Prometheus', 'https://prometheus.io/docs/practices/'),
        web('Dashboards of Grafana', 'https://grafana.com/docs/grafana/latest/dashboards/'),
        web('Configuration of Loki', 'https://grafana.com/docs/loki/latest/configuration/'),
        web('Routing of Alertmanager', 'https://prometheus.io/docs/alerting/latest/configuration/'),
      ],
    }),
  ],
};

/** Document 001, architecture. */
export const stack: Stack = {
  runbook: stackChecklist.id,
  parts: [
    source('applications', 'Agents', ['scrape', 'log-shipper', 'otlp']),
    source('exporters', 'Exporters', ['scrape']),
    collect('scrape', 'Prometheus scrapes', ['prometheus']),
    collect(
      'log-shipper',
      'Promtail',
      ['logs'],
      unmeasured('Planned; nothing of it is scraped. Whether lines arrive is seen in the store.')
    ),
    collect('otlp', 'OTLP', ['jaeger'], unmeasured('Agents send their spans to Jaeger themselves.')),
    store('prometheus', 'Prometheus', ['grafana', 'alertmanager']),
    store('logs', 'Elasticsearch, for Loki', ['grafana']),
    store('jaeger', 'Jaeger', ['grafana']),
    use('grafana', 'Grafana', [], unmeasured('It shows this page; nothing scrapes it.')),
    use('alertmanager', 'Alertmanager', ['slack']),
    notify('slack', 'Slack', []),
  ],
};
