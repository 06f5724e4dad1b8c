import { isAlertingRule, type AlertingRule, type Rule, type RuleGroup } from './types';
import { type YamlValue } from './yamlText';

/**
 * A Prometheus rule file. Mimir and Thanos rulers load it as it is: nothing in it is newer than what all three read.
 */
export function prometheusRuleFile(groups: readonly RuleGroup[]): YamlValue {
  return { groups: groups.map(prometheusGroup) };
}

function prometheusGroup({ name, interval, rules }: RuleGroup): YamlValue {
  return { name, interval, rules: rules.map(prometheusRule) };
}

function prometheusRule(rule: Rule): YamlValue {
  return isAlertingRule(rule)
    ? { alert: rule.alert, expr: rule.expr, for: rule.for, labels: rule.labels, annotations: rule.annotations }
    : { record: rule.record, expr: rule.expr, labels: rule.labels };
}

/** The same rules as a resource of the Prometheus operator. */
export function prometheusRuleResource(name: string, groups: readonly RuleGroup[]): YamlValue {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name, labels: { 'app.kubernetes.io/managed-by': 'watchkeeper' } },
    spec: { groups: groups.map(prometheusGroup) },
  };
}

/** Where Grafana keeps and evaluates alerting rules. */
export interface GrafanaTarget {
  folder: string;
  /** Uid of the Prometheus data source. */
  dataSourceUid: string;
}

/**
 * The alerting rules as a provisioning file of Grafana's own alerting. Recordings stay with Prometheus: the alerts of
 * objectives read what it has recorded.
 */
export function grafanaAlertingFile(groups: readonly RuleGroup[], target: GrafanaTarget): YamlValue {
  const alerting = groups
    .map((group) => ({ ...group, rules: group.rules.filter(isAlertingRule) }))
    .filter(({ rules }) => rules.length > 0);
  return {
    apiVersion: 1,
    groups: alerting.map(({ name, interval, rules }) => ({
      orgId: 1,
      name,
      folder: target.folder,
      interval,
      rules: rules.map((rule) => grafanaRule(rule, name, target.dataSourceUid)),
    })),
  };
}

const QUERY = 'query';
const PRESENT = 'present';
const THRESHOLD = 'threshold';
/** Grafana shows the links of the app that a rule comes from on the rule's page. */
const ORIGIN = { __grafana_origin: 'plugin/watchkeeper-oncall-app' };

function grafanaRule(rule: AlertingRule, group: string, dataSourceUid: string): YamlValue {
  const identity = [group, rule.alert, ...Object.entries(rule.labels).flat()].join('\u0000');
  return {
    uid: `wk-${hash(identity, 0x811c9dc5)}${hash(identity, 0x9747b28c)}`,
    title: titleOf(rule),
    condition: THRESHOLD,
    data: [
      {
        refId: QUERY,
        relativeTimeRange: { from: 600, to: 0 },
        datasourceUid: dataSourceUid,
        model: { refId: QUERY, expr: rule.expr, instant: true, range: false },
      },
      // PromQL has filtered already: whatever is left fires, with any value, zero included.
      expression(PRESENT, {
        type: 'math',
        expression: `is_number($${QUERY}) || is_nan($${QUERY}) || is_inf($${QUERY})`,
      }),
      expression(THRESHOLD, {
        type: 'threshold',
        expression: PRESENT,
        conditions: [{ evaluator: { type: 'gt', params: [0] } }],
      }),
    ],
    noDataState: 'OK',
    execErrState: 'Error',
    for: rule.for,
    labels: { ...inGrafana(rule.labels), ...ORIGIN },
    annotations: inGrafana(rule.annotations),
  };
}

/** Grafana wants titles that differ within a folder: two systems have alerts of the same name. */
function titleOf({ alert, labels }: AlertingRule): string {
  const { system, service, slo, burn } = labels;
  const about = slo ?? (service?.includes('{{') ? undefined : service);
  return [system, alert, about, burn].filter(Boolean).join(' ');
}

function expression(refId: string, model: Readonly<Record<string, YamlValue>>): YamlValue {
  return { refId, datasourceUid: '__expr__', model: { refId, ...model } };
}

/** In Grafana's templates `$value` is a sentence; the number of a query stands under its name. */
function inGrafana(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, text.replace(/\$value\b/g, `$values.${QUERY}.Value`)])
  );
}

/** FNV-1a, 32 bits, in hexadecimal: names rules the same in every run. */
function hash(text: string, seed: number): string {
  let value = seed;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}
