import { logLucene } from '../logs/logQuery';
import { and } from '../logs/lucene';
import { durationMs } from '../promql/duration';
import { escapeRegex, type Matcher, type Matchers, renderSelector } from '../promql/matchers';
import { signalMetrics, signalQuery } from '../signals/query';
import { type Opened } from './address';
import { type AlertCondition, type BoundCheck, type RunbookSource } from './questions';
import { type Filled, fillCommand, fillLucene, fillPromql, fillText, fillUrl, type Variables } from './templates';
import { type AlertCheck, type Check, type LogCheck, type MetricCheck, type TraceCheck } from './types';

const RATE_WINDOW = '5m';
const DEFAULT_WITHIN = '15m';

/** There is nothing to ask, and nobody is to blame for it. */
class NotApplicable extends Error {}

/** What checks are bound to. */
export interface Binding {
  source: RunbookSource;
  variables: Variables;
  /** Id of the service that it is about. */
  service: string;
  /** What it was opened for. */
  opened: Opened;
}

/**
 * Fills in the variables of a check. Never throws: a check that lacks a value is not applicable, one that is written
 * wrongly has failed, and both say why.
 */
export function bindCheck(check: Check, binding: Binding): BoundCheck {
  const title = check.title ?? '';
  try {
    return bound(check, binding);
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    const verdict = error instanceof NotApplicable ? 'not-applicable' : 'failed';
    return { kind: 'unasked', verdict, title, because };
  }
}

function bound(check: Check, binding: Binding): BoundCheck {
  const { variables } = binding;
  switch (check.kind) {
    case 'metric':
      return bindMetric(check, binding);
    case 'alert':
      return bindAlert(check, binding);
    case 'log':
      return bindLog(check, binding);
    case 'trace':
      return bindTrace(check, binding);
    case 'command': {
      const { text, missing } = fillCommand(check.command, variables);
      return { kind: 'command', text, missing, caution: check.caution };
    }
    case 'manual':
      return { kind: 'manual', question: fillText(check.question, variables).text, blames: check.blames };
    case 'link':
      return {
        kind: 'link',
        title: fillText(check.title, variables).text,
        page: check.page,
        params: (check.params ?? []).map((param) => known(fillText(param, variables))),
        url: check.url === undefined ? undefined : known(fillUrl(check.url, variables)),
      };
  }
}

function known({ text, missing }: Filled): string {
  if (missing.length > 0) {
    throw new NotApplicable(`Nobody said what ${missing.map((name) => `$${name}`).join(', ')} is.`);
  }
  return text;
}

function bindMetric(check: MetricCheck, { source, variables, opened: { labels } }: Binding): BoundCheck {
  const narrowed = (check.narrowBy ?? []).filter((label) => labels[label]);
  const filters: Matchers = {
    ...fillMatchers(check.where ?? {}, variables),
    ...Object.fromEntries(narrowed.map((label) => [label, labels[label] ?? ''])),
    system: source.system,
  };
  const common = {
    kind: 'metric' as const,
    reduce: check.reduce ?? 'last',
    abnormal: check.abnormal,
    only: {},
    blames: check.blames,
  };
  if (check.signal !== undefined) {
    const signal = source.signal(check.signal);
    return {
      ...common,
      title: check.title ?? signal.title,
      expr: signalQuery(signal, { filters, by: check.by, rateWindow: RATE_WINDOW }),
      unit: check.unit ?? signal.unit,
      metrics: signalMetrics(signal),
    };
  }
  const where = renderSelector({ metric: 'x', where: filters }).slice(2, -1);
  const expr = known(fillPromql(check.expr ?? '', variables, { window: RATE_WINDOW, where }));
  return { ...common, title: check.title ?? expr, expr, unit: check.unit ?? 'short', metrics: [] };
}

function fillMatchers(where: Matchers, variables: Variables): Matchers {
  const literal = (text: string) => known(fillText(text, variables));
  // What a label says is never a pattern.
  const escaped = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, escapeRegex(value)]));
  const pattern = (text: string) => known(fillText(text, escaped));
  const filled = (matcher: Matcher): Matcher => {
    if (typeof matcher === 'string') {
      return literal(matcher);
    }
    if ('not' in matcher) {
      return { not: literal(matcher.not) };
    }
    if ('re' in matcher) {
      return { re: pattern(matcher.re) };
    }
    return 'notRe' in matcher ? { notRe: pattern(matcher.notRe) } : { anyOf: matcher.anyOf.map(literal) };
  };
  return Object.fromEntries(Object.entries(where).map(([label, matcher]) => [label, filled(matcher)]));
}

/** The alert that is meant: the named one, else the one that the page was opened for, else the first. */
function meantAlert({ source, opened: { alert, labels } }: Binding, id?: string): AlertCondition | undefined {
  if (id !== undefined) {
    return source.alerts.find((one) => one.id === id);
  }
  const named = source.alerts.filter(({ name }) => name === alert);
  // One rule may stand in the catalog once for each service.
  return named.find(({ service }) => service === labels['service']) ?? named[0] ?? source.alerts[0];
}

function bindAlert(check: AlertCheck, binding: Binding): BoundCheck {
  const alert = meantAlert(binding, check.alert);
  if (!alert) {
    throw new NotApplicable('The runbook has no alert whose condition could be checked.');
  }
  const { source, opened } = binding;
  const signal = source.signal(alert.signal);
  return {
    kind: 'metric',
    title: check.title ?? `${signal.title}, as ${alert.name} sees it`,
    expr: signalQuery(signal, { filters: { system: source.system }, by: alert.by, rateWindow: RATE_WINDOW }),
    unit: signal.unit,
    reduce: 'last',
    abnormal: { op: alert.op, value: alert.value },
    // Not in the query: labels may be made by the expression.
    only: Object.fromEntries(
      alert.by.flatMap((label) =>
        // Labels belong to the alert that the page was opened for, not to others of the runbook.
        alert.name === opened.alert && opened.labels[label] ? [[label, opened.labels[label]]] : []
      )
    ),
    metrics: signalMetrics(signal),
    blames: check.blames,
  };
}

function bindLog(check: LogCheck, { source, variables, service }: Binding): BoundCheck {
  const asked = check.service ?? service;
  const found = check.schema === undefined ? source.logsOf(asked) : schemaOnly(source.logSchema(check.schema));
  const { schema, where: own } = orNotApplicable(found, `The catalog knows no logs of ${check.schema ?? asked}.`);
  const where = (check.where ?? []).map((filter) => ({
    ...filter,
    anyOf: filter.anyOf?.map((value) => known(fillText(value, variables))),
  }));
  const typed = check.query === undefined ? [] : [known(fillLucene(check.query, variables))];
  const within = check.within ?? DEFAULT_WITHIN;
  return {
    kind: 'log',
    title: check.title ?? `Log lines of ${asked}`,
    query: and([logLucene(schema, { where: [...own, ...where] }), ...typed]),
    anyLine: logLucene(schema, { where: own }),
    fields: schema.fields,
    within,
    withinMs: durationMs(within),
    abnormal: check.abnormal,
    blames: check.blames,
  };
}

function schemaOnly<T>(schema: T | undefined): { schema: T; where: [] } | undefined {
  return schema && { schema, where: [] };
}

function bindTrace(check: TraceCheck, { source, variables, service }: Binding): BoundCheck {
  const asked = check.service ?? service;
  const within = check.within ?? DEFAULT_WITHIN;
  const tags = Object.entries(check.tags ?? {}).map(([key, value]) => [key, known(fillText(value, variables))]);
  return {
    kind: 'trace',
    title: check.title ?? `Traces of ${asked}`,
    service: orNotApplicable(source.tracedAs(asked), `The catalog knows no traces of ${asked}.`),
    operation: check.operation,
    tags: tags.length > 0 ? Object.fromEntries(tags) : undefined,
    measure: check.measure,
    within,
    withinMs: durationMs(within),
    abnormal: check.abnormal,
    blames: check.blames,
  };
}

/** Not every service has logs and traces. */
function orNotApplicable<T>(value: T | undefined, message: string): T {
  if (value === undefined) {
    throw new NotApplicable(message);
  }
  return value;
}
