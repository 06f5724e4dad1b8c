/** A Prometheus recording rule. */
export interface RecordingRule {
  record: string;
  expr: string;
  labels?: Readonly<Record<string, string>> | undefined;
}

/** A Prometheus alerting rule. */
export interface AlertingRule {
  alert: string;
  expr: string;
  for: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
}

/** One rule of either kind. */
export type Rule = RecordingRule | AlertingRule;

/** Rules that are evaluated one after the other, every `interval`. */
export interface RuleGroup {
  name: string;
  interval: string;
  rules: readonly Rule[];
}

/** Tells the two kinds apart. */
export function isAlertingRule(rule: Rule): rule is AlertingRule {
  return 'alert' in rule;
}
