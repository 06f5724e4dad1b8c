/** `unknown` covers no data and failed evaluation: neither may be taken for healthy. */
export type AlertState = 'firing' | 'pending' | 'inactive' | 'unknown';

/** Who evaluates a rule. */
export interface AlertSource {
  /** `grafana` for Grafana's own rules, else the uid of the data source. */
  id: string;
  kind: 'grafana' | 'data-source';
  name: string;
}

/** One firing, pending or otherwise active combination of labels of a rule. */
export interface AlertInstance {
  state: AlertState;
  /** Why it is in that state when it is not the plain one: `NoData`, `Error`, … */
  reason?: string | undefined;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  /** Unix milliseconds; null when it is not active. */
  activeAtMs: number | null;
  /** The measured value; null when there is none or more than one. */
  value: number | null;
  /** The value as the server writes it. */
  valueText: string;
}

/** An alerting rule and what it says now. */
export interface AlertRule {
  /** Unique over all sources, stable while the rule keeps its place. */
  id: string;
  /** Grafana's uid of the rule. */
  uid?: string | undefined;
  name: string;
  state: AlertState;
  /** Label `severity`, lower case; absent when the rule has none. */
  severity?: string | undefined;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  query: string;
  /** How long the condition holds before the rule fires. */
  pendingForMs: number;
  health: 'ok' | 'error' | 'no-data' | 'unknown';
  lastError?: string | undefined;
  lastEvaluationMs: number | null;
  isPaused: boolean;
  source: AlertSource;
  group: string;
  /** Rule file, or Grafana folder. */
  folder: string;
  instances: readonly AlertInstance[];
  /** All instances by state, also those that were left out of `instances`. */
  totals: Readonly<Record<AlertState, number>>;
}

/** One alert as a list shows it: an instance with what its rule knows. */
export interface Alert {
  ruleId: string;
  name: string;
  state: AlertState;
  reason?: string | undefined;
  severity?: string | undefined;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
  activeAtMs: number | null;
  value: number | null;
  source: AlertSource;
}
