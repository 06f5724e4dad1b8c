/** A Prometheus recording rule. */
export interface RecordingRule {
  record: string;
  expr: string;
  labels: Readonly<Record<string, string>>;
}

/** A Prometheus alerting rule. */
export interface AlertingRule {
  alert: string;
  expr: string;
  for: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
}

/** Rules that are evaluated together. */
export interface RuleGroup {
  name: string;
  interval: string;
  rules: ReadonlyArray<RecordingRule | AlertingRule>;
}
