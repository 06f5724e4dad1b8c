import { type Alert, type AlertRule, type AlertSource } from '../../domain/alerts/types';
import { type DataSourceError, type DataSourceWarning } from '../errors';
import { dataSourceName } from '../lookup';
import { failure, type Result, success } from '../result';
import { type CallOptions } from '../types';
import { fetchRules, type RuleLimits } from './fetchRules';

/** Grafana's own rules, as a source. */
export const GRAFANA_RULES = 'grafana';

/** The rules of all sources, and how each source answered. */
export interface AlertReport {
  rules: readonly AlertRule[];
  /** What was asked, so that an all-clear can say what it rests on. */
  sources: ReadonlyArray<{ source: AlertSource; ruleCount: number; error?: DataSourceError | undefined }>;
}

/**
 * The alerting rules of Grafana and of data sources, with their active instances.
 * @param request.sources `grafana` (see `GRAFANA_RULES`) or uids of data sources.
 * @returns a `partial` warning when a source failed; an error only when all did.
 */
export async function alertRules({
  sources,
  signal,
  timeoutMs,
  ...limits
}: CallOptions & RuleLimits & { sources: readonly string[] }): Promise<Result<AlertReport>> {
  const asked = [...new Set(sources)].map(sourceOf);
  const answers = await Promise.all(
    asked.map(async (source) => ({ source, answer: await fetchRules(source, limits, { signal, timeoutMs }) }))
  );
  const errors = answers.flatMap(({ answer }) => (answer.ok ? [] : [answer.error]));
  const [first] = errors;
  if (errors.length === answers.length) {
    const message = 'No source of alert rules has been chosen.';
    return failure(first ?? { kind: 'not-configured', message });
  }
  const warnings: DataSourceWarning[] = answers.flatMap(({ answer }) => (answer.ok ? answer.warnings : []));
  if (first) {
    const message = `The alert rules of ${errors.length} of ${answers.length} sources are missing. ${first.message}`;
    warnings.push({ kind: 'partial', message, failures: errors });
  }
  return success(
    {
      rules: answers.flatMap(({ answer }) => (answer.ok ? answer.value : [])),
      sources: answers.map(({ source, answer }) => ({
        source,
        ruleCount: answer.ok ? answer.value.length : 0,
        error: answer.ok ? undefined : answer.error,
      })),
    },
    warnings
  );
}

/**
 * The alerts of rules that need attention: every instance that fires, is pending or is unknown, and a rule itself that
 * is in such a state while its instances are not listed.
 */
export function activeAlerts(rules: readonly AlertRule[]): Alert[] {
  return rules.flatMap((rule) => {
    const active = rule.instances.filter(({ state }) => state !== 'inactive');
    if (active.length > 0) {
      return active.map((instance): Alert => ({ ...ofRule(rule), ...pick(instance), ...merged(rule, instance) }));
    }
    const isQuiet = rule.state === 'inactive' || rule.isPaused;
    return isQuiet ? [] : [{ ...ofRule(rule), state: rule.state, activeAtMs: null, value: null, ...merged(rule) }];
  });
}

function ofRule({ id, name, source, severity }: AlertRule): Pick<Alert, 'ruleId' | 'name' | 'source' | 'severity'> {
  return { ruleId: id, name, source, severity };
}

function pick({ state, reason, activeAtMs, value }: AlertRule['instances'][number]) {
  return { state, reason, activeAtMs, value };
}

/** An instance's labels include its rule's; its severity may differ when it comes from a template. */
function merged(rule: AlertRule, instance?: AlertRule['instances'][number]) {
  const labels = { ...rule.labels, ...instance?.labels };
  const annotations = { ...rule.annotations, ...instance?.annotations };
  return { labels, annotations, severity: labels.severity?.trim().toLowerCase() || rule.severity };
}

function sourceOf(id: string): AlertSource {
  return id === GRAFANA_RULES
    ? { id, kind: 'grafana', name: 'Grafana' }
    : { id, kind: 'data-source', name: dataSourceName(id) ?? id };
}
