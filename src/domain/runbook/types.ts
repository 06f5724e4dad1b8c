import { type LogFilter } from '../logs/logQuery';
import { type Matchers } from '../promql/matchers';

/** What is done in which order; a runbook's steps stand in this order too. */
export const RUNBOOK_PHASES = ['investigate', 'mitigate', 'roll-back', 'verify', 'post-incident'] as const;
export type RunbookPhase = (typeof RUNBOOK_PHASES)[number];

/** What a check found. Only `normal` says that this part is healthy; the last three know nothing about it. */
export type Verdict = 'abnormal' | 'normal' | 'no-data' | 'failed' | 'not-applicable';

export type BoundOp = '>' | '<' | '>=' | '<=' | '==' | '!=';

/** When a measurement is abnormal, in the measurement's own unit; `of: 'yesterday'` compares with a multiple of its value 24 h before. */
export interface Bound {
  op: BoundOp;
  value: number;
  of?: 'yesterday' | undefined;
}

/**
 * Texts and values of a check may hold variables: `$service` or `${service}`, filled in from the alert's labels and
 * the page and escaped for their place. A check with a variable that nobody filled in is not applicable.
 */
interface CheckBase {
  title?: string | undefined;
  /** Id of the service that is to blame when this is abnormal. */
  blames?: string | undefined;
}

/** A measurement; of several series the worst decides, and is named. */
export interface MetricCheck extends CheckBase {
  kind: 'metric';
  /** `service-id.signal` or `system.signal`; or else `expr`. */
  signal?: string | undefined;
  /** PromQL. Variables stand inside quotes; `$window` (5m) and `$where` (the system) outside of them. */
  expr?: string | undefined;
  by?: readonly string[] | undefined;
  where?: Matchers | undefined;
  /** Labels to which it is narrowed when the alert carries them. */
  narrowBy?: readonly string[] | undefined;
  /** Grafana unit; the signal's when absent. */
  unit?: string | undefined;
  /** The value at the end of the time range (`last`, the default), or over the range. */
  reduce?: 'last' | 'max' | 'min' | 'mean' | undefined;
  abnormal: Bound;
}

/** The condition of an alert of this runbook: the one that the page was opened for, or the named one. */
export interface AlertCheck extends CheckBase {
  kind: 'alert';
  alert?: string | undefined;
}

/** A count of log lines, with the newest of them. */
export interface LogCheck extends CheckBase {
  kind: 'log';
  /** Whose lines: id of a service with logs. The runbook's when absent. */
  service?: string | undefined;
  /** A log schema of the system, for lines of all its services. */
  schema?: string | undefined;
  /** All must hold; values of `anyOf` may hold variables. */
  where?: ReadonlyArray<Omit<LogFilter, 'input'>> | undefined;
  /** Lucene. Variables stand inside quotes. */
  query?: string | undefined;
  /** How far back from the end of the time range; `15m` when absent. */
  within?: string | undefined;
  abnormal: Bound;
}

/**
 * A search for traces: how many there are, how long the slowest took (ms), the share of them with an error (0..1), or
 * how many pairs of services call each other in them.
 */
export interface TraceCheck extends CheckBase {
  kind: 'trace';
  /** Id of a service with traces. The runbook's when absent. */
  service?: string | undefined;
  operation?: string | undefined;
  tags?: Readonly<Record<string, string>> | undefined;
  measure: 'count' | 'slowest' | 'error-share' | 'edges';
  /** How far back from the end of the time range; `15m` when absent. */
  within?: string | undefined;
  abnormal: Bound;
}

/** A place to look at: a page of the app, or an address (http, https). */
export interface LinkCheck extends CheckBase {
  kind: 'link';
  title: string;
  page?: string | undefined;
  params?: readonly string[] | undefined;
  url?: string | undefined;
}

/** Text for a shell. Shown and copied, never run. */
export interface CommandCheck extends CheckBase {
  kind: 'command';
  /** Variables become single words; they do not stand inside quotes. */
  command: string;
  /** What it can break. */
  caution?: string | undefined;
}

/** A question that only a person can answer; yes means abnormal. */
export interface ManualCheck extends CheckBase {
  kind: 'manual';
  question: string;
}

export type Check = MetricCheck | AlertCheck | LogCheck | TraceCheck | LinkCheck | CommandCheck | ManualCheck;

/** Where to go on. The first branch that holds wins; without one the next step follows. */
export interface Branch {
  when: Verdict;
  /** Id of a step. */
  goTo: string;
  because?: string | undefined;
}

export interface RunbookStep {
  id: string;
  phase: RunbookPhase;
  title: string;
  /** Markdown. */
  text?: string | undefined;
  /** How long it should take. */
  minutes?: string | undefined;
  checks?: readonly Check[] | undefined;
  branches?: readonly Branch[] | undefined;
  implements?: readonly string[] | undefined;
}

/** Whom to call when it does not get better. */
export interface Escalation {
  afterMinutes: number;
  to: string;
}

/** What to do about some alerts, with checks that run themselves. */
export interface Runbook {
  id: string;
  title: string;
  /** Id of the service that it is filed under. */
  service: string;
  /** Ids of alerts, each of which names this runbook. Empty for playbooks that no alert calls for. */
  alerts: readonly string[];
  /** The severity of the worst of its alerts. */
  severity: 'critical' | 'high' | 'warning' | 'medium' | 'info';
  /** Id of a team; the service's when absent. */
  owner?: string | undefined;
  /** Time within which somebody has to have begun. */
  responseMinutes?: number | undefined;
  escalation?: Escalation | undefined;
  /** Markdown: what it is about, and what users notice. */
  summary: string;
  /** Values of variables that the alert does not carry. */
  variables?: Readonly<Record<string, string>> | undefined;
  steps: readonly RunbookStep[];
  implements?: readonly string[] | undefined;
}
