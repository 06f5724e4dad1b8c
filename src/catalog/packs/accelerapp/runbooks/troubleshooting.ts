import { type Check, type Runbook } from '../../../../domain/runbook/types';
import { ask, command, investigate, link, metric, mitigate, promql, web } from '../../runbookKit';

const common = {
  alerts: [],
  severity: 'info',
  variables: { namespace: 'observability' },
} as const;

const answers = (service: string): Check => metric(`${service}.up`, '<', 1, { blames: service });
const forwarded = (service: string, port: number) =>
  command(`kubectl port-forward -n $namespace svc/${service} ${port}:${port}`);

/** The troubleshooting lists of the document, with live checks. */
export const troubleshooting: readonly Runbook[] = [
  {
    ...common,
    id: 'scraping',
    title: 'Prometheus does not scrape',
    service: 'prometheus',
    summary: 'Metrics of a pod are missing.',
    steps: [
      investigate('annotations', 'Does the pod carry its annotations?', {
        text: '`prometheus.io/scrape`, `prometheus.io/port` and `prometheus.io/path`.',
        checks: [
          command(
            'kubectl get pods --all-namespaces -o jsonpath=\'{range .items[*]}{.metadata.name} {.metadata.annotations}{"\\n"}{end}\''
          ),
        ],
        implements: ['ACC-STEP-20'],
      }),
      investigate('endpoint', 'Does its endpoint answer?', {
        checks: [
          metric('system.target-up', '<', 1, { by: ['job', 'instance'], title: 'Targets that answer' }),
          promql('Slowest scrape', 'max by (job) (scrape_duration_seconds{$where})', '>', 10, { unit: 's' }),
          promql('Samples of the emptiest target', 'min by (job) (scrape_samples_scraped{$where})', '<', 1),
        ],
        implements: ['ACC-STEP-21'],
      }),
      investigate('targets', 'What does Prometheus say?', {
        checks: [
          answers('prometheus'),
          metric('prometheus.head-series', '>', 1_000_000, { title: 'Series' }),
          forwarded('prometheus', 9090),
          web('Targets', 'http://localhost:9090/targets'),
        ],
        implements: ['ACC-STEP-22'],
      }),
    ],
    implements: ['ACC-RUNBOOK-04'],
  },
  {
    ...common,
    id: 'logs-missing',
    title: 'Logs do not appear in Kibana',
    service: 'logstash',
    summary: 'Lines that were written cannot be found.',
    steps: [
      investigate('pipeline', 'Does the pipeline run?', {
        checks: [answers('logstash'), command('kubectl logs -n $namespace deployment/logstash --tail=100')],
        implements: ['ACC-STEP-23'],
      }),
      investigate('parsing', 'Can it read the lines?', {
        checks: [
          {
            kind: 'log',
            title: 'Lines that could not be parsed',
            schema: 'accelerapp',
            where: [{ field: 'tags', anyOf: ['_jsonparsefailure'] }],
            abnormal: { op: '>', value: 20 },
          },
        ],
        implements: ['ACC-STEP-24'],
      }),
      investigate('pattern', 'Is there an index pattern?', {
        text: 'In Kibana: `accelerapp-logs-*`, time field `@timestamp`. Here the data source’s index has to cover it.',
        checks: [answers('kibana'), link('Logs', 'logs')],
        implements: ['ACC-STEP-25'],
      }),
      investigate('indices', 'Are there documents at all?', {
        checks: [
          answers('elasticsearch'),
          { kind: 'log', title: 'Lines that arrived', schema: 'accelerapp', abnormal: { op: '<', value: 1 } },
          command('curl -s http://localhost:9200/_cat/indices/accelerapp-logs-*'),
        ],
        implements: ['ACC-STEP-26'],
      }),
    ],
    implements: ['ACC-RUNBOOK-05'],
  },
  {
    ...common,
    id: 'traces-missing',
    title: 'Traces do not show in Jaeger',
    service: 'otel-collector',
    summary: 'Requests are made, and no trace of them is found.',
    steps: [
      investigate('collector', 'Does the collector run?', {
        checks: [
          answers('otel-collector'),
          metric('otel-collector.spans-accepted', '<=', 0, { title: 'Spans that arrive' }),
          metric('otel-collector.spans-lost', '>', 0, { title: 'Spans that are lost' }),
        ],
        implements: ['ACC-STEP-27'],
      }),
      investigate('application', 'Does the application export?', {
        text: '`OTEL_EXPORTER_OTLP_ENDPOINT` has to name the collector.',
        checks: [
          {
            kind: 'trace',
            title: 'Traces of Accelerapp',
            service: 'accelerapp',
            measure: 'count',
            abnormal: { op: '<', value: 1 },
          },
          command('kubectl exec -n accelerapp deployment/accelerapp -- printenv OTEL_EXPORTER_OTLP_ENDPOINT'),
        ],
        implements: ['ACC-STEP-28'],
      }),
      investigate('jaeger', 'Does Jaeger take them?', {
        checks: [answers('jaeger'), forwarded('jaeger-query', 16686)],
        implements: ['ACC-STEP-29'],
      }),
      investigate('sampling', 'Was it sampled?', {
        text: 'One request in ten is. A missing trace of a single request means nothing.',
        checks: [ask('Are traces of many requests in a row missing?')],
        implements: ['ACC-STEP-30'],
      }),
    ],
    implements: ['ACC-RUNBOOK-06'],
  },
  {
    ...common,
    id: 'alerts-silent',
    title: 'Alerts do not fire',
    service: 'alertmanager',
    summary: 'Something is wrong, and nobody was called.',
    steps: [
      investigate('rules', 'Are the rules loaded?', {
        checks: [
          promql('Rules that are loaded', 'sum(prometheus_rule_group_rules)', '<', 10),
          command('promtool check rules /etc/prometheus/rules/*.yaml'),
        ],
        implements: ['ACC-STEP-31'],
      }),
      investigate('evaluation', 'Do they evaluate?', {
        checks: [
          promql('Rules that fail', 'sum(increase(prometheus_rule_evaluation_failures_total[15m]))', '>', 0),
          web('Rules', 'http://localhost:9090/rules'),
        ],
        implements: ['ACC-STEP-32'],
      }),
      investigate('manager', 'Is Alertmanager configured?', {
        checks: [
          answers('alertmanager'),
          promql('Last reload succeeded', 'min(alertmanager_config_last_reload_successful)', '<', 1, { unit: 'bool' }),
          command('amtool check-config /etc/alertmanager/alertmanager.yml'),
        ],
        implements: ['ACC-STEP-33'],
      }),
      investigate('notifications', 'Do notifications leave?', {
        checks: [
          promql('Notifications that failed', 'sum(increase(alertmanager_notifications_failed_total[1h]))', '>', 0),
          web('Status', 'http://localhost:9093/#/status'),
        ],
        implements: ['ACC-STEP-34'],
      }),
      mitigate('by-hand', 'Until it works again, look yourself', { checks: [link('Services', 'services')] }),
    ],
    implements: ['ACC-RUNBOOK-07'],
  },
];
