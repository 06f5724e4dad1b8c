/** Prometheus' `/api/v1/rules` answer, as far as Grafana reads it. */
export interface PrometheusRulesAnswer {
  status: string;
  data: { groups: PrometheusRuleGroup[]; groupNextToken?: string };
}

interface PrometheusRuleGroup {
  name: string;
  file: string;
  interval: number;
  lastEvaluation?: string;
  evaluationTime?: number;
  rules: PrometheusRule[];
}

interface PrometheusRule {
  state?: string;
  name: string;
  query: string;
  duration?: number;
  keepFiringFor?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  alerts?: Array<Record<string, unknown>>;
  health: string;
  lastError?: string;
  type: string;
  lastEvaluation?: string;
  evaluationTime?: number;
}

function isEmpty(value: Record<string, unknown> | unknown[] | undefined): boolean {
  return value === undefined || Object.keys(value).length === 0;
}

function toRule(rule: PrometheusRule): Record<string, unknown> {
  return {
    ...(rule.state ? { state: rule.state } : {}),
    name: rule.name,
    query: rule.query,
    ...(rule.duration ? { duration: rule.duration } : {}),
    ...(rule.keepFiringFor ? { keepFiringFor: rule.keepFiringFor } : {}),
    ...(isEmpty(rule.annotations) ? {} : { annotations: rule.annotations }),
    ...(isEmpty(rule.alerts) ? {} : { alerts: rule.alerts }),
    ...(isEmpty(rule.labels) ? {} : { labels: rule.labels }),
    health: rule.health,
    ...(rule.lastError ? { lastError: rule.lastError } : {}),
    type: rule.type,
    lastEvaluation: rule.lastEvaluation,
    evaluationTime: rule.evaluationTime,
    isPaused: false,
  };
}

/** The same rules as Grafana re-sends them: empty members are left out, its own (`folderUid`, `isPaused`, `totals`) added. */
export function toGrafanaRules(answer: PrometheusRulesAnswer): Record<string, unknown> {
  return {
    status: answer.status,
    data: {
      groups: answer.data.groups.map((group) => ({
        name: group.name,
        file: group.file,
        folderUid: '',
        rules: group.rules.map(toRule),
        totals: null,
        interval: group.interval,
        lastEvaluation: group.lastEvaluation,
        evaluationTime: group.evaluationTime,
      })),
      ...(answer.data.groupNextToken ? { groupNextToken: answer.data.groupNextToken } : {}),
    },
  };
}
