import { ERROR_LEVELS } from '../../domain/logs/levels';
import {
  type BoundOp,
  type Branch,
  type Check,
  type CommandCheck,
  type LogCheck,
  type ManualCheck,
  type MetricCheck,
  type RunbookPhase,
  type RunbookStep,
  type TraceCheck,
} from '../../domain/runbook/types';

// What runbooks of all systems have in common. Packs are written out as data when the app is built.

type Over<T> = Partial<Omit<T, 'kind'>>;

/** A signal against a bound. */
export const metric = (signal: string, op: BoundOp, value: number, over: Over<MetricCheck> = {}): Check => ({
  kind: 'metric',
  signal,
  abnormal: { op, value },
  ...over,
});

/** Free PromQL against a bound. */
export const promql = (
  title: string,
  expr: string,
  op: BoundOp,
  value: number,
  over: Over<MetricCheck> = {}
): Check => ({
  kind: 'metric',
  title,
  expr,
  abnormal: { op, value },
  ...over,
});

/** Share of failed client calls with one of these span names, 0..1; an idle one counts as none. */
export const failedCalls = (title: string, service: string, spans: string, blames: string): Check => {
  const calls = `traces_span_metrics_calls_total{service_name="${service}",span_name=~"${spans}"`;
  const total = `sum(rate(${calls},$where}[$window]))`;
  const failed = `sum(rate(${calls},status_code="STATUS_CODE_ERROR",$where}[$window]))`;
  return promql(title, `((${failed}) or ${total} * 0) / (${total} > 0)`, '>', 0.05, { unit: 'percentunit', blames });
};

/** p95 of client calls, in ms. */
export const slowCalls = (title: string, service: string, spans: string, aboveMs: number, blames: string): Check =>
  promql(
    title,
    `histogram_quantile(0.95, sum by (le) (rate(traces_span_metrics_duration_milliseconds_bucket{service_name="${service}",span_name=~"${spans}",$where}[$window])))`,
    '>',
    aboveMs,
    { unit: 'ms', blames }
  );

/** More error lines than usual in a quarter of an hour. */
export const errorLines = (more: number, over: Over<LogCheck> = {}): Check => ({
  kind: 'log',
  title: 'Error lines',
  where: [{ field: 'level', anyOf: ERROR_LEVELS }],
  abnormal: { op: '>', value: more },
  ...over,
});

/** A sign of a deployment in the last hour. */
export const deployLines = (over: Over<LogCheck>): Check => ({
  kind: 'log',
  title: 'Signs of a deployment',
  within: '1h',
  abnormal: { op: '>', value: 0 },
  ...over,
});

/** More of the newest traces fail than usual; the finding names where the errors begin. */
export const failingTraces = (over: Over<TraceCheck> = {}): Check => ({
  kind: 'trace',
  title: 'Traces with errors',
  measure: 'error-share',
  abnormal: { op: '>', value: 0.05 },
  ...over,
});

/** The slowest of the newest traces; the finding names where its time went. */
export const slowestTrace = (aboveMs: number, over: Over<TraceCheck> = {}): Check => ({
  kind: 'trace',
  title: 'Slowest trace',
  measure: 'slowest',
  abnormal: { op: '>', value: aboveMs },
  ...over,
});

export const ask = (question: string, over: Over<ManualCheck> = {}): Check => ({ kind: 'manual', question, ...over });
export const command = (text: string, caution?: string, over: Over<CommandCheck> = {}): Check => ({
  kind: 'command',
  command: text,
  caution,
  ...over,
});
export const link = (title: string, page: string, ...params: string[]): Check => ({
  kind: 'link',
  title,
  page,
  params,
});
export const web = (title: string, url: string): Check => ({ kind: 'link', title, url });

export const on = (when: Branch['when'], goTo: string, because?: string): Branch => ({ when, goTo, because });

type StepOver = Partial<Omit<RunbookStep, 'id' | 'phase' | 'title'>>;

const phase =
  (name: RunbookPhase) =>
  (id: string, title: string, over: StepOver = {}): RunbookStep => ({ id, phase: name, title, ...over });

export const investigate = phase('investigate');
export const mitigate = phase('mitigate');
export const rollBack = phase('roll-back');
export const afterwards = phase('post-incident');

/** The first step of every runbook of an alert: does its condition still hold? */
export const symptom = (over: StepOver = {}): RunbookStep =>
  investigate('symptom', 'Is it still so?', {
    checks: [{ kind: 'alert' }],
    branches: [on('normal', 'verify', 'The condition does not hold any more: make sure that it stays so.')],
    ...over,
  });

/** The condition of the alert, once more, with what else has to be well again. */
export const verify = (checks: readonly Check[] = [], over: StepOver = {}): RunbookStep => ({
  id: 'verify',
  phase: 'verify',
  title: 'Is it over?',
  checks: [{ kind: 'alert' }, ...checks],
  ...over,
});

/** What is left to do when it is over. */
export const review = (text: string, over: StepOver = {}): RunbookStep =>
  afterwards('review', 'Write it up', { text, ...over });

/** Commands for a deployment in Kubernetes; `$namespace` and `$deployment` are variables of the runbook. */
export const kubernetes = {
  pods: command('kubectl get pods -n $namespace -l app=$deployment -o wide'),
  describe: command('kubectl describe pods -n $namespace -l app=$deployment'),
  history: command('kubectl rollout history deployment/$deployment -n $namespace'),
  logs: command('kubectl logs -n $namespace deployment/$deployment --tail=200 --timestamps'),
  undo: command(
    'kubectl rollout undo deployment/$deployment -n $namespace\nkubectl rollout status deployment/$deployment -n $namespace',
    'Takes the newest release back from all users.'
  ),
  restart: command(
    'kubectl rollout restart deployment/$deployment -n $namespace',
    'Drops what the pods are doing and hides the cause.'
  ),
  scale: (replicas: number) =>
    command(
      `kubectl scale deployment/$deployment -n $namespace --replicas=${replicas}`,
      'More replicas, more load on what is behind them.'
    ),
};

/** Commands for a service of Docker Compose, `$container`. */
export const compose = {
  state: command('docker compose ps --all $container'),
  logs: command('docker compose logs --since 15m --timestamps $container'),
  restart: command('docker compose restart $container', 'Drops what it is doing and hides the cause.'),
  previous: command(
    'IMAGE_TAG=$previous_version docker compose up -d --no-deps $container',
    'Takes the newest release back from all users.'
  ),
};
