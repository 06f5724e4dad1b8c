import { openedQuery, openedQueryTemplate } from '../domain/runbook/address';
import {
  budgetSpentAlert,
  burnRateAlerts,
  notMeasuredAlert,
  type SloAlertContext,
} from '../domain/rules/burnRateAlerts';
import { countedErrorRatios, periodRecordings, rawErrorRatios } from '../domain/rules/errorRatios';
import { sloRecordings } from '../domain/rules/sloRecordings';
import { EVENTS_WINDOW } from '../domain/rules/sloSeries';
import { type AlertingRule, type RecordingRule, type Rule, type RuleGroup } from '../domain/rules/types';
import { signalQuery } from '../domain/signals/query';
import { type BudgetedSlo, hasBudget } from '../domain/slo/types';
import { findSignal } from './lookup';
import { runbookOfAlert, runbookOfSlo, runbookOfSlowBurn } from './runbookOf';
import { type Alert, type Recording, type System } from './types';

const RATE_WINDOW = '5m';
const DEFAULT_INTERVAL = '1m';
/** How often what pages is looked at. */
const PAGING_INTERVAL = '1m';

/** What rules need to know of the place where they are used. */
export interface RuleOptions {
  /** The app's address, for links in annotations: an absolute URL for messages that leave Grafana, or its path. */
  appUrl: string;
}

/** The path of the app in any Grafana. Links in rules begin with it, and with a host when somebody gives one. */
export const APP_PATH = '/a/watchkeeper-oncall-app';

const WITHIN_GRAFANA: RuleOptions = { appUrl: APP_PATH };

/** All rules of a system: its objectives', its recordings and its alerts. */
export function systemRuleGroups(system: System, options = WITHIN_GRAFANA): RuleGroup[] {
  return [...sloRuleGroups(system, options), ...recordingRuleGroups(system), ...alertRuleGroups(system, options)];
}

/**
 * The rules of a system's objectives, or nothing when it has none.
 *
 * Every five minutes: event counts, and what adds them up, which are long windows, budgets and tickets, with few rules
 * for all objectives. Every minute: what pages, which are short windows from raw series of at most six hours.
 */
export function sloRuleGroups(system: System, { appUrl } = WITHIN_GRAFANA): RuleGroup[] {
  const slos = system.slos ?? [];
  const budgeted = slos.filter(hasBudget);
  const contexts = budgeted.map((slo) => ({ slo, context: sloContext(system, slo, appUrl) }));
  const burns = contexts.flatMap(({ slo, context }) => burnRateAlerts(slo, context));
  const isPage = ({ labels }: AlertingRule) => labels['page'] === 'true';
  const counts = slos.flatMap((slo): Rule[] => sloRecordings(system.id, slo));
  const budgets = (): Rule[] => [
    ...countedErrorRatios(system.id, budgeted),
    ...periodRecordings(system.id, budgeted, (slo) => teamOf(system, slo.service)),
    ...burns.filter((alert) => !isPage(alert)),
    ...contexts.flatMap(({ slo, context }) => budgetSpentAlert(slo, context)),
    notMeasuredAlert(system.id, appUrl),
  ];
  const groups: RuleGroup[] = [
    {
      name: `${system.id}_slo_events`,
      interval: EVENTS_WINDOW,
      rules: budgeted.length > 0 ? [...counts, ...budgets()] : counts,
    },
    {
      name: `${system.id}_slo_pages`,
      interval: PAGING_INTERVAL,
      rules: [...budgeted.flatMap((slo) => rawErrorRatios(system.id, slo)), ...burns.filter(isPage)],
    },
  ];
  return groups.filter(({ rules }) => rules.length > 0);
}

function sloContext(system: System, slo: BudgetedSlo, appUrl: string): SloAlertContext {
  const acute = runbookOfSlo(system, slo);
  const slow = runbookOfSlowBurn(system, slo);
  const dashboardUrl = `${appUrl}/slos/${pathOf(system.id, slo.id)}`;
  return {
    system: system.id,
    team: teamOf(system, slo.service),
    linksOf: (alert, labels) => {
      const runbook = labels['page'] === 'true' ? acute : slow;
      return {
        ...(runbook
          ? { runbook_url: `${appUrl}/runbooks/${pathOf(system.id, runbook)}?${openedQuery({ alert, labels })}` }
          : {}),
        dashboard_url: dashboardUrl,
      };
    },
  };
}

function pathOf(...parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join('/');
}

/** The recording rules of a system, in its groups. */
export function recordingRuleGroups(system: System): RuleGroup[] {
  return inGroups(system, system.recordings ?? [], 'recordings', (recording) => recordingRule(system, recording));
}

function recordingRule(system: System, { record, signal, by, rateWindow }: Recording): RecordingRule {
  const expr = signalQuery(findSignal(system, signal), {
    filters: { system: system.id },
    by,
    rateWindow: rateWindow ?? RATE_WINDOW,
  });
  return { record, expr, labels: { system: system.id } };
}

/** The alerting rules of a system, in its groups. */
export function alertRuleGroups(system: System, options = WITHIN_GRAFANA): RuleGroup[] {
  return inGroups(system, system.alerts ?? [], 'alerts', (alert) => alertingRule(system, alert, options));
}

function inGroups<Entry extends { group?: string | undefined }>(
  system: System,
  entries: readonly Entry[],
  what: string,
  ruleOf: (entry: Entry) => RecordingRule | AlertingRule
): RuleGroup[] {
  const groups = new Map<string, Array<RecordingRule | AlertingRule>>();
  for (const entry of entries) {
    const name = entry.group ?? `${system.id.replaceAll('-', '_')}_${what}`;
    const rules = groups.get(name) ?? [];
    rules.push(ruleOf(entry));
    groups.set(name, rules);
  }
  return [...groups].map(([name, rules]) => ({
    name,
    interval: system.alertGroups?.find(({ id }) => id === name)?.interval ?? DEFAULT_INTERVAL,
    rules,
  }));
}

function alertingRule(system: System, alert: Alert, { appUrl }: RuleOptions): AlertingRule {
  const { signal, by = [], op, value } = alert.condition;
  const measured = signalQuery(findSignal(system, signal), {
    filters: { system: system.id },
    by,
    rateWindow: RATE_WINDOW,
  });
  const service = alert.serviceLabel ? `{{ $labels.${alert.serviceLabel} }}` : alert.service;
  const servicePart = alert.serviceLabel
    ? `{{ $labels.${alert.serviceLabel} | urlquery }}`
    : encodeURIComponent(alert.service);
  const team = teamOf(system, alert.service);
  const runbook = runbookOfAlert(system, alert);
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
      ...(runbook
        ? { runbook_url: `${appUrl}/runbooks/${pathOf(system.id, runbook)}?${openedQueryTemplate(alert.name, by)}` }
        : {}),
      dashboard_url: `${appUrl}/services/${pathOf(system.id)}/${servicePart}`,
    },
  };
}

function teamOf(system: System, serviceId: string): string | undefined {
  return system.services.find(({ id }) => id === serviceId)?.team;
}
