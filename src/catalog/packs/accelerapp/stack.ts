import { type Runbook } from '../../../domain/runbook/types';
import { type Stack } from '../../../domain/stack/types';
import { ask, command, investigate, link, metric, promql } from '../runbookKit';
import {
  alertmanagerIsFound,
  alertsAreHandedOver,
  answers,
  attributesAreThere,
  clusterIsGreen,
  clusterIsNotRed,
  collect,
  countsAreFresh,
  linesArrive,
  linesHaveLevels,
  metricsAreKept,
  noSecrets,
  nothingIsSilent,
  notificationsGo,
  notificationsSucceed,
  notify,
  oldLinesGo,
  oldMetricsGo,
  prometheusHealth,
  sampledShare,
  serverAnswers,
  source,
  spansAreKept,
  store,
  tracesArrive,
  tracesCross,
  use,
} from '../stackKit';

const forward = (service: string, port: number) =>
  command(`kubectl port-forward -n $namespace svc/${service} ${port}:${port}`);
const apply = (path: string) => command(`kubectl apply -f deployment/observability/${path}`);

/** Document 003, data flow, deployment and "Monitoring the Monitoring"; sizes are the document's, bounds without a number ours. */
export const stackChecklist: Runbook = {
  id: 'observability',
  title: 'Is the observability of Accelerapp complete?',
  service: 'prometheus',
  alerts: [],
  severity: 'info',
  variables: { namespace: 'observability' },
  summary:
    'Phase 4 of Accelerapp: monitoring, logs and distributed traces in the namespace `observability` (October 2025, version 1.0.0). The document calls it complete; objectives, further playbooks and the Helm chart were still to come.',
  steps: [
    investigate('applications', 'The application reports', {
      text: 'Pods carry `prometheus.io/scrape: "true"`, `prometheus.io/port: "8080"` and `prometheus.io/path: "/metrics"`. (The document’s exporter listens on 8000: use one port.) The exporters read `OTEL_EXPORTER_OTLP_ENDPOINT=http://otel-collector.observability:4317`, `LOGSTASH_HOST=logstash.observability` and `LOGSTASH_PORT=5000`.',
      checks: [
        answers('Application and worker answer', 'job=~"accelerapp|ollama|node-exporter"'),
        attributesAreThere,
        command('kubectl create namespace $namespace'),
      ],
    }),
    investigate('scrape', 'Prometheus scrapes it', { checks: [nothingIsSilent('')] }),
    investigate('prometheus', 'Prometheus keeps it', {
      text: 'Sized for 0.5 to 2 CPUs, 2 to 4 GiB of memory and 50 GiB of disk, which are 30 days.',
      checks: [
        serverAnswers('Prometheus', 'prometheus'),
        metric('prometheus.head-series', '>', 1_000_000, { title: 'Series in memory' }),
        ...prometheusHealth,
        countsAreFresh(''),
        metricsAreKept(30),
        oldMetricsGo,
        ask('Is the newest snapshot older than a day?'),
        command(
          'curl -XPOST http://localhost:9090/api/v1/admin/tsdb/snapshot',
          'Needs --web.enable-admin-api, and disk for a copy of the newest blocks.'
        ),
        apply('prometheus/kubernetes-deployment.yaml'),
        forward('prometheus', 9090),
      ],
    }),
    investigate('grafana', 'Grafana shows it', {
      text: 'Sized for 0.25 to 1 CPU, 0.5 to 1 GiB of memory and 10 GiB of disk.',
      checks: [
        serverAnswers('Grafana', 'grafana'),
        apply('grafana/kubernetes-deployment.yaml'),
        forward('grafana', 3000),
        link('Boards', 'boards'),
      ],
    }),
    investigate('logstash', 'Logstash parses lines', {
      text: 'Takes TCP on 5000, Beats on 5044 and HTTP on 8080; parses JSON, takes out the correlation id, sets the time, and writes to Elasticsearch. Sized for 0.5 to 2 CPUs and 2 to 4 GiB of memory.',
      checks: [
        serverAnswers('Logstash', 'logstash'),
        linesArrive('accelerapp', {
          title: 'Lines that could not be parsed',
          where: [{ field: 'tags', anyOf: ['_jsonparsefailure'] }],
          abnormal: { op: '>', value: 20 },
        }),
        linesArrive('accelerapp', {
          title: 'Lines with a correlation id',
          where: [{ field: 'correlationId', exists: true }],
        }),
        linesHaveLevels('accelerapp'),
        noSecrets('accelerapp'),
        apply('elk/logstash.yaml'),
      ],
    }),
    investigate('elasticsearch', 'Elasticsearch has the newest lines', {
      text: 'Sized for 1 to 2 CPUs, 3 to 4 GiB of memory and 100 GiB of disk. Lines are deleted after 30 days: the document’s policy lacks the action that deletes, and nothing attaches it to an index; the command below has both.',
      checks: [
        serverAnswers('Elasticsearch', 'elasticsearch'),
        clusterIsNotRed,
        clusterIsGreen,
        linesArrive('accelerapp'),
        oldLinesGo('accelerapp', 30),
        command(
          `curl -X PUT http://localhost:9200/_ilm/policy/accelerapp-logs -H 'Content-Type: application/json' -d '{"policy":{"phases":{"delete":{"min_age":"30d","actions":{"delete":{}}}}}}'\ncurl -X PUT http://localhost:9200/accelerapp-logs-*/_settings -H 'Content-Type: application/json' -d '{"index.lifecycle.name":"accelerapp-logs"}'`,
          'Deletes what is older than 30 days.'
        ),
        ask('Is the newest snapshot older than a day?'),
        command(
          'curl -X PUT http://localhost:9200/_snapshot/backup/daily-1',
          'Needs a repository named backup, in S3 or GCS.'
        ),
        apply('elk/elasticsearch.yaml'),
      ],
    }),
    investigate('kibana', 'Kibana answers', {
      checks: [
        serverAnswers('Kibana', 'kibana'),
        apply('elk/kibana.yaml'),
        forward('kibana', 5601),
        link('Logs', 'logs'),
      ],
    }),
    investigate('otel-collector', 'The collector passes spans on', {
      text: 'Sized for 0.5 to 2 CPUs and 1 to 2 GiB of memory.',
      checks: [
        serverAnswers('OpenTelemetry Collector', 'otel-collector'),
        metric('otel-collector.spans-accepted', '<=', 0, { title: 'Spans accepted' }),
        metric('otel-collector.spans-lost', '>', 0, { title: 'Spans not passed on' }),
        apply('otel/kubernetes-deployment.yaml'),
      ],
    }),
    investigate('jaeger', 'Jaeger receives traces', {
      text: 'Sized for 0.5 to 2 CPUs and 1 to 2 GiB of memory. The collector is to keep 10 % of the traces, decided by their ids: most log lines lead to a trace that was not kept.',
      checks: [
        serverAnswers('Jaeger', 'jaeger'),
        tracesArrive('accelerapp'),
        tracesCross('accelerapp'),
        spansAreKept,
        promql(
          'Spans without a name for what they do',
          'sum(rate(traces_span_metrics_calls_total{span_name="",$where}[$window])) or vector(0)',
          '>',
          0
        ),
        ...sampledShare('accelerapp', 'accelerapp_requests_total{$where}', 0.1),
        apply('jaeger/kubernetes-deployment.yaml'),
        forward('jaeger-query', 16686),
        link('Traces', 'traces'),
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
    investigate('receivers', 'Somebody is notified', {
      checks: [notificationsGo('All receivers', ''), notificationsSucceed('All receivers', '')],
    }),
    investigate('help', 'Where to find help', {
      text: 'Documentation: `deployment/observability/README.md`. Contact: ops-team@accelerapp.example.com.',
      checks: [
        command('kubectl get pods -n $namespace\nkubectl get services -n $namespace'),
        command('kubectl logs -n $namespace deployment/prometheus --tail=200'),
        link('Active alerts', 'alerts'),
        link('Runbooks', 'runbooks'),
      ],
    }),
  ],
};

/** Document 003, data flow. */
export const stack: Stack = {
  runbook: stackChecklist.id,
  sampledRatio: 0.1,
  parts: [
    source('applications', 'Application and worker', ['scrape', 'logstash', 'otel-collector']),
    collect('scrape', 'Prometheus scrapes', ['prometheus']),
    collect('logstash', 'Logstash', ['elasticsearch']),
    collect('otel-collector', 'OpenTelemetry Collector', ['jaeger']),
    store('prometheus', 'Prometheus', ['grafana', 'alertmanager']),
    store('elasticsearch', 'Elasticsearch', ['kibana', 'grafana']),
    store('jaeger', 'Jaeger', ['grafana']),
    use('grafana', 'Grafana', []),
    use('kibana', 'Kibana', []),
    use('alertmanager', 'Alertmanager', ['receivers']),
    notify('receivers', 'Receivers', []),
  ],
};
