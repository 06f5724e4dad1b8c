import { type AlertRule, type AlertSource } from '../../domain/alerts/types';
import { unexpected } from '../classify';
import { type DataSourceError, type DataSourceWarning } from '../errors';
import { failure, type Result, success } from '../result';
import { callForBody } from '../transport/request';
import { withParams } from '../transport/resources';
import { type CallOptions } from '../types';
import { parseRules } from './parseRules';

/** How many rules to fetch, and how much of each. */
export interface RuleLimits {
  /** Instances listed of each rule, the most important first; `totals` counts all. 100 when absent, 0 for none. */
  instancesPerRule?: number | undefined;
  /** Rule groups of one page. 200 when absent. */
  groupsPerPage?: number | undefined;
  /** Pages to fetch at most. 25 when absent. */
  pages?: number | undefined;
  /** Only rules that fire: much cheaper where there are many. */
  onlyFiring?: boolean | undefined;
}

/** The alerting rules of one source, page by page. */
export async function fetchRules(
  source: AlertSource,
  limits: RuleLimits,
  options: CallOptions
): Promise<Result<AlertRule[]>> {
  const { instancesPerRule = 100, groupsPerPage = 200, pages = 25, onlyFiring = false } = limits;
  const context =
    source.kind === 'grafana' ? { subject: 'Grafana' } : { dataSourceUid: source.id, dataSourceName: source.name };
  const rules: AlertRule[] = [];
  let token: string | undefined;
  for (let page = 0; page < pages; page++) {
    const url = withParams(`/api/prometheus/${encodeURIComponent(source.id)}/api/v1/rules`, {
      type: 'alert',
      limit_alerts: instancesPerRule,
      group_limit: groupsPerPage,
      group_next_token: token,
      state: onlyFiring ? 'firing' : undefined,
    });
    const body = await callForBody({ method: 'GET', url }, options, context);
    const parsed = body.ok ? parseRules(body.value, source) : null;
    if (!body.ok || !parsed) {
      const error = body.ok
        ? unexpected('this is no list of alert rules', context, body.value)
        : withoutRules(body.error, source);
      return page === 0 ? failure(error) : success(rules, [interrupted(source, error)]);
    }
    // Prometheus knows no state parameter and answers with all rules.
    rules.push(...parsed.rules.filter(({ state }) => !onlyFiring || state === 'firing'));
    token = parsed.nextToken;
    if (token === undefined) {
      return success(rules);
    }
  }
  return success(rules, [cut(source, rules.length)]);
}

/** Says what a missing or refused rules API means for the person. */
function withoutRules(error: DataSourceError, source: AlertSource): DataSourceError {
  const { dataSourceUid, status, cause } = error;
  if (error.kind === 'not-found' && error.what === 'resource') {
    const message = `${nameOf(source)} has no alert rules to ask for (this API is missing there).`;
    return { kind: 'not-configured', message, dataSourceUid, status, cause };
  }
  if (error.kind === 'bad-query' && status === 400 && /datasource type/i.test(error.message)) {
    const message = `${nameOf(source)} is of a type that keeps no alert rules.`;
    return { kind: 'not-configured', message, dataSourceUid, status, cause };
  }
  return error.kind === 'no-permission' && error.status === 403
    ? { ...error, message: `You have no permission to see the alert rules of ${nameOf(source)}.` }
    : error;
}

function interrupted(source: AlertSource, error: DataSourceError): DataSourceWarning {
  const message = `Not all alert rules of ${nameOf(source)} could be read. ${error.message}`;
  return { kind: 'partial', message, failures: [error], dataSourceUid: source.id };
}

function cut(source: AlertSource, shown: number): DataSourceWarning {
  const message = `Only the first ${shown} alert rules of ${nameOf(source)} were read; there are more.`;
  return { kind: 'truncated', shown, message, dataSourceUid: source.id };
}

function nameOf({ kind, name }: AlertSource): string {
  return kind === 'grafana' ? 'Grafana' : `data source "${name}"`;
}
