import { type AlertInstance, type AlertRule, type AlertSource, type AlertState } from '../../domain/alerts/types';
import { arrayOf, isRecord, numberOf, recordOf, stringMapOf, stringOf } from '../json';

/** A page of rules. */
export interface RulesPage {
  rules: AlertRule[];
  /** Given back to get the next page; absent on the last one. */
  nextToken?: string | undefined;
}

/**
 * The alerting rules of a rules answer, which Grafana and Prometheus write alike. Recording rules are left out.
 * @returns null when the body is no such answer.
 */
export function parseRules(body: unknown, source: AlertSource): RulesPage | null {
  const { data } = recordOf(body);
  if (!isRecord(data) || !('groups' in data)) {
    return null;
  }
  const rules = arrayOf(data.groups).flatMap((group) => {
    const { name, file, rules: raw } = recordOf(group);
    const place = { source, group: stringOf(name) ?? '', folder: stringOf(file) ?? '' };
    return arrayOf(raw)
      .map(recordOf)
      .filter(({ type }) => type !== 'recording')
      .map((rule, index) => ruleOf(rule, index, place));
  });
  return { rules, nextToken: stringOf(data.groupNextToken) || undefined };
}

/** `firing`, `Alerting`, `Normal (NoData)`, … → a state, and the reason in brackets. */
export function parseState(written: unknown): { state: AlertState; reason?: string | undefined } {
  const [, word = '', reason] = /^\s*(\w+)\s*(?:\((.*)\))?/.exec(stringOf(written) ?? '') ?? [];
  switch (word.toLowerCase()) {
    case 'firing':
    case 'alerting':
      return { state: 'firing', reason };
    case 'recovering':
      // The condition is over, but the alert is kept firing for a while.
      return { state: 'firing', reason: reason ?? 'Recovering' };
    case 'pending':
      return { state: 'pending', reason };
    case 'inactive':
    case 'normal':
      return { state: 'inactive', reason };
    case 'nodata':
      return { state: 'unknown', reason: reason ?? 'NoData' };
    case 'error':
      return { state: 'unknown', reason: reason ?? 'Error' };
    default:
      return { state: 'unknown', reason };
  }
}

function ruleOf(
  rule: Record<string, unknown>,
  index: number,
  place: Pick<AlertRule, 'source' | 'group' | 'folder'>
): AlertRule {
  const name = stringOf(rule.name) ?? '';
  const uid = stringOf(rule.uid);
  const labels = stringMapOf(rule.labels);
  const instances = arrayOf(rule.alerts).map(instanceOf);
  const health = healthOf(rule.health);
  return {
    id: [place.source.id, uid ?? [place.folder, place.group, index, name].join('/')].join(':'),
    uid,
    name,
    state: ruleState(rule.state, health, instances),
    severity: severityOf(labels),
    labels,
    annotations: stringMapOf(rule.annotations),
    query: stringOf(rule.query) ?? '',
    pendingForMs: (numberOf(rule.duration) ?? 0) * 1000,
    health,
    lastError: stringOf(rule.lastError) || undefined,
    lastEvaluationMs: timeOf(rule.lastEvaluation),
    isPaused: rule.isPaused === true,
    ...place,
    instances,
    totals: totalsOf(rule.totals, instances),
  };
}

function instanceOf(alert: unknown): AlertInstance {
  const { labels, annotations, state, activeAt, value } = recordOf(alert);
  const valueText = stringOf(value) ?? '';
  return {
    ...parseState(state),
    labels: stringMapOf(labels),
    annotations: stringMapOf(annotations),
    activeAtMs: timeOf(activeAt),
    value: numberOf(valueText) ?? null,
    valueText,
  };
}

/** A rule that was not evaluated yet, fails or finds nothing is called inactive too; it is not known to be healthy. */
function ruleState(written: unknown, health: AlertRule['health'], instances: readonly AlertInstance[]): AlertState {
  const { state } = parseState(written);
  if (state !== 'inactive') {
    return state;
  }
  const isBlind = health !== 'ok' || instances.some((one) => one.state === 'unknown');
  return isBlind ? 'unknown' : 'inactive';
}

function healthOf(health: unknown): AlertRule['health'] {
  switch (stringOf(health)?.toLowerCase()) {
    case 'ok':
      return 'ok';
    case 'err':
    case 'error':
      return 'error';
    case 'nodata':
      return 'no-data';
    default:
      return 'unknown';
  }
}

/** Instances by state; counted here when the server does not count. */
function totalsOf(written: unknown, instances: readonly AlertInstance[]): AlertRule['totals'] {
  const totals: Record<AlertState, number> = { firing: 0, pending: 0, inactive: 0, unknown: 0 };
  if (isRecord(written)) {
    for (const [state, count] of Object.entries(written)) {
      totals[parseState(state).state] += numberOf(count) ?? 0;
    }
  } else {
    for (const { state } of instances) {
      totals[state] += 1;
    }
  }
  return totals;
}

function severityOf(labels: Readonly<Record<string, string>>): string | undefined {
  return labels.severity?.trim().toLowerCase() || undefined;
}

/** Go writes the year 1 for "never". */
function timeOf(written: unknown): number | null {
  const timeMs = Date.parse(stringOf(written) ?? '');
  return Number.isNaN(timeMs) || timeMs <= 0 ? null : timeMs;
}
