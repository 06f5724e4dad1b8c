import { EVENTS_WINDOW, sloRecordings } from '../domain/rules/sloRecordings';
import { type AlertingRule, type RuleGroup } from '../domain/rules/types';
import { signalQuery } from '../domain/signals/query';
import { findSignal } from './lookup';
import { type Alert, type System } from './types';

const RATE_WINDOW = '5m';
const DEFAULT_INTERVAL = '1m';

/** The recording rules of a system's objectives, or nothing when it has none. */
export function sloRuleGroups(system: System): RuleGroup[] {
  const rules = (system.slos ?? []).flatMap((slo) => sloRecordings(system.id, slo));
  return rules.length > 0 ? [{ name: `${system.id}_slo_events`, interval: EVENTS_WINDOW, rules }] : [];
}

/** The alerting rules of a system, in its groups. */
export function alertRuleGroups(system: System): RuleGroup[] {
  const groups = new Map<string, AlertingRule[]>();
  for (const alert of system.alerts ?? []) {
    const name = alert.group ?? `${system.id.replaceAll('-', '_')}_alerts`;
    groups.set(name, [...(groups.get(name) ?? []), alertingRule(system, alert)]);
  }
  return [...groups].map(([name, rules]) => ({
    name,
    interval: system.alertGroups?.find(({ id }) => id === name)?.interval ?? DEFAULT_INTERVAL,
    rules,
  }));
}

function alertingRule(system: System, alert: Alert): AlertingRule {
  const { signal, by, op, value } = alert.condition;
  const measured = signalQuery(findSignal(system, signal), {
    filters: { system: system.id },
    by,
    rateWindow: RATE_WINDOW,
  });
  const service = alert.serviceLabel ? `{{ $labels.${alert.serviceLabel} }}` : alert.service;
  const team = system.services.find(({ id }) => id === alert.service)?.team;
  return {
    alert: alert.name,
    expr: `(${measured}) ${op} ${value}`,
    for: alert.for,
    labels: {
      system: system.id,
      service,
      component: service,
      ...(team ? { team } : {}),
      severity: alert.severity,
      page: String(alert.page ?? alert.severity === 'critical'),
    },
    annotations: {
      summary: alert.summary,
      ...(alert.description ? { description: alert.description } : {}),
    },
  };
}
