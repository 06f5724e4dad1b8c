import { type Check, type LogCheck, type MetricCheck, type TraceCheck } from '../../domain/runbook/types';
import { type StackPart, type StackStage } from '../../domain/stack/types';
import { promql } from './runbookKit';

// What checklists of all stacks have in common. What the servers of the stack say about themselves carries the system that
// watches them, not the one that they watch: those checks are not narrowed to a system.

type Over<T> = Partial<Omit<T, 'kind'>>;

const yesNo = { unit: 'bool' } as const;
const days = { unit: 'suffix: days' } as const;

/** Every target of these matchers answers its scrapes. */
export const answers = (title: string, matchers: string): Check =>
  promql(title, `min by (job) (up{${matchers}${matchers && ','}$where})`, '<', 1, yesNo);

/** No target of these matchers is silent. @param matchers on `up`, or none. */
export const nothingIsSilent = (matchers: string): Check => {
  const up = `up{${matchers}${matchers && ','}$where}`;
  return promql('Scrape targets that do not answer', `sum by (job) (${up} == bool 0) > 0 or vector(0)`, '>', 0);
};

/** A server that is scraped answers. */
export const serverAnswers = (name: string, job: string): Check => answers(`${name} answers`, `job="${job}"`);

/** What Prometheus says of itself, whoever watches it. */
export const prometheusHealth: readonly Check[] = [
  promql('Configuration that Prometheus could load', 'min(prometheus_config_last_reload_successful)', '<', 1, yesNo),
  promql(
    'Failed rule evaluations in 15 minutes',
    'sum(increase(prometheus_rule_evaluation_failures_total[15m]))',
    '>',
    0
  ),
];

export const seriesOfJobs = (limit: number): Check =>
  promql('Series of a job', 'sum by (job) (scrape_samples_post_metric_relabeling{$where})', '>', limit);

/** The counts behind budgets and reports are written every five minutes. @param matchers on them, or none. */
export const countsAreFresh = (matchers: string): Check =>
  promql(
    'Age of the recorded event counts',
    `time() - max by (slo) (max_over_time(timestamp(slo:events_total:increase5m{${matchers}${matchers && ','}$where})[30m:1m]))`,
    '>',
    900,
    { unit: 's' }
  );

/** @param least days that the longest window, or the policy, needs. */
export const metricsAreKept = (least: number): Check =>
  promql('Retention of metrics', 'min(prometheus_tsdb_retention_limit_seconds) / 86400', '<', least, days);

/** Blocks are deleted as a whole: a little more than the retention is usual. */
export const oldMetricsGo: Check = promql(
  'Age of the oldest sample, share of the retention',
  '(time() - min(prometheus_tsdb_lowest_timestamp_seconds)) / min(prometheus_tsdb_retention_limit_seconds)',
  '>',
  1.1,
  { unit: 'percentunit' }
);

export const tracesArrive = (service: string, over: Over<TraceCheck> = {}): Check => ({
  kind: 'trace',
  title: `Traces of ${service}`,
  service,
  measure: 'count',
  abnormal: { op: '<', value: 1 },
  ...over,
});

/** The dependency graph has edges: some trace crosses from one service to another. */
export const tracesCross = (service: string): Check =>
  tracesArrive(service, {
    title: `Services that call each other in traces of ${service}`,
    measure: 'edges',
    within: '1h',
  });

export const spansAreKept: Check = promql(
  'Spans that Jaeger dropped in 15 minutes',
  'sum(increase(jaeger_collector_spans_dropped_total[15m]))',
  '>',
  0
);

/**
 * Traces that Jaeger stored over the requests that began them. Two checks: too few traces hide what happened, too many
 * cost more than was planned.
 * @param root the service, as traces know it, and the PromQL of its requests a second.
 * @param policy share that is to be kept, 0..1.
 */
export const sampledShare = (root: string, requests: string, policy: number): readonly Check[] => {
  const stored = `sum(rate(jaeger_collector_traces_saved_by_svc_total{svc="${root}"}[$window]))`;
  const share = `${stored} / (sum(rate(${requests}[$window])) > 0)`;
  const title = `Requests to ${root} with a stored trace (policy: ${policy * 100} %)`;
  return [
    promql(title, share, '<', policy / 2, { unit: 'percentunit' }),
    promql(`${title}, no more than planned`, share, '>', policy * 2, { unit: 'percentunit' }),
  ];
};

/** Services whose spans do not say which version runs, or where. */
export const attributesAreThere: Check = promql(
  'Services without service.version or deployment.environment',
  'count(target_info{service_version="",$where} or target_info{deployment_environment="",$where}) or count(target_info{$where}) * 0',
  '>',
  0
);

export const linesArrive = (schema: string, over: Over<LogCheck> = {}): Check => ({
  kind: 'log',
  title: `Log lines in ${schema}`,
  schema,
  abnormal: { op: '<', value: 1 },
  ...over,
});

/** Words that stand before what nobody should read. A hit is a suspicion: look at the lines. */
export const noSecrets = (schema: string): Check =>
  linesArrive(schema, {
    title: 'Log lines that may hold a secret, in an hour',
    query: 'message:(password OR passwd OR secret OR "api key" OR "private key")',
    within: '1h',
    abnormal: { op: '>', value: 0 },
  });

export const linesHaveLevels = (schema: string): Check =>
  linesArrive(schema, {
    title: 'Log lines without a level, in an hour',
    where: [{ field: 'level', exists: false }],
    within: '1h',
    abnormal: { op: '>', value: 0 },
  });

/** Lines that should have been deleted. */
export const oldLinesGo = (schema: string, afterDays: number): Check =>
  linesArrive(schema, {
    title: `Log lines older than ${afterDays} days`,
    query: `@timestamp:<now-${afterDays}d`,
    within: '400d',
    abnormal: { op: '>', value: 0 },
  });

/** Of every Elasticsearch that is scraped. Yellow is a warning: some copies have no node. */
export const clusterIsGreen: Check = promql(
  'Elasticsearch has a node for every shard and copy (green)',
  'min(elasticsearch_cluster_health_status{color="green"})',
  '<',
  1,
  yesNo
);

export const clusterIsNotRed: Check = promql(
  'Elasticsearch misses shards (red)',
  'max(elasticsearch_cluster_health_status{color="red"})',
  '>',
  0,
  yesNo
);

export const alertmanagerIsFound: Check = promql(
  'Alertmanagers that Prometheus knows',
  'min(prometheus_notifications_alertmanagers_discovered)',
  '<',
  1
);

export const alertsAreHandedOver: Check = promql(
  'Alerts that Prometheus dropped in 15 minutes',
  'sum(increase(prometheus_notifications_dropped_total[15m]))',
  '>',
  0
);

/** @param matchers of the receivers' series; empty for all that are scraped. */
export const notificationsSucceed = (title: string, matchers: string, over: Over<MetricCheck> = {}): Check =>
  promql(
    `${title}: failed notifications in an hour`,
    `sum by (integration) (increase(alertmanager_notifications_failed_total{${matchers}}[1h])) > 0 or vector(0)`,
    '>',
    0,
    over
  );

/** @param matchers of the receivers' series; empty for all that are scraped. */
export const notificationsGo = (title: string, matchers: string): Check =>
  promql(
    `${title}: notifications in 6 hours`,
    `sum(increase(alertmanager_notifications_total{${matchers}}[6h]))`,
    '<',
    1
  );

/** A part of the diagram, in the stage that comes with the helper. */
const at =
  (stage: StackStage) =>
  (id: string, name: string, feeds: readonly string[], over: Partial<StackPart> = {}): StackPart => ({
    id,
    name,
    stage,
    ...(feeds.length > 0 && { feeds }),
    step: id,
    ...over,
  });

export const source = at('source');
export const collect = at('collect');
export const store = at('store');
export const use = at('use');
export const notify = at('notify');

/** Nothing measures it. @param description why. */
export const unmeasured = (description: string): Partial<StackPart> => ({ step: undefined, description });
