import { runbookSource } from '../../catalog/runbooks';
import { type System } from '../../catalog/types';
import { elasticsearch, prometheus } from '../../datasources';
import { type TimeWindow } from '../../datasources/types';
import { fieldNames } from '../../domain/logs/fields';
import { ERROR_LEVELS } from '../../domain/logs/levels';
import { logLucene } from '../../domain/logs/logQuery';
import { type Impact, impactQueries, objectiveImpacts } from '../../domain/runbook/impact';
import { type RunbookRun } from './RunbookRun';

export interface ImpactRequest {
  run: RunbookRun;
  system: System;
  /** Id of the service that it is about. */
  service: string;
  /** Unix milliseconds; the page's time range when nobody knows. */
  startMs: number | undefined;
  isOngoing: boolean;
  signal: AbortSignal;
}

/** What a run is needed for: its time and its data sources. */
type Asked = Omit<ImpactRequest, 'run'> & { run: Pick<RunbookRun, 'pageRange' | 'dataSourceUid'> };

const MOST_NAMES = 50;

/** Measures what an incident cost. What could not be measured is named in `gaps`. Rejects only when aborted. */
export async function askImpact(request: Asked): Promise<Impact> {
  const page = request.run.pageRange();
  const startMs = Math.min(request.startMs ?? page.fromMs, page.toMs);
  const window = { fromMs: startMs, toMs: page.toMs };
  const [objectives, affected] = await Promise.all([askObjectives(request, window), askAffected(request, window)]);
  return {
    startMs,
    endMs: request.isOngoing ? undefined : page.toMs,
    objectives: objectives.value ?? [],
    affected: affected.value,
    gaps: [objectives.gap, affected.gap].filter((gap) => gap !== undefined),
  };
}

interface Measured<T> {
  value?: T;
  gap?: string;
}

async function askObjectives(
  { run, system, service, signal }: Asked,
  range: TimeWindow
): Promise<Measured<Impact['objectives']>> {
  const slos = (system.slos ?? []).flatMap((slo) =>
    slo.service === service && slo.targetRatio !== undefined ? [{ ...slo, targetRatio: slo.targetRatio }] : []
  );
  if (slos.length === 0) {
    return { gap: `${service} has no objectives, so its bad events are not counted.` };
  }
  const queries = impactQueries(slos, { system: system.id, service }, { startMs: range.fromMs, endMs: range.toMs });
  const windows = [...queries.windowEvents];
  const answers = await prometheus.instants({
    dataSourceUid: run.dataSourceUid('prometheus'),
    expressions: {
      bad: queries.badEvents,
      total: queries.totalEvents,
      ...Object.fromEntries(windows.map(([days, expr]) => [`window${days}`, expr])),
    } as Record<string, string>,
    range,
    signal,
  });
  const samples = (key: string) => {
    const answer = answers[key];
    return answer?.ok ? answer.value : undefined;
  };
  const [badEvents, totalEvents] = [samples('bad'), samples('total')];
  if (!badEvents || !totalEvents) {
    const failed = [answers['bad'], answers['total']].find((answer) => answer?.ok === false);
    return { gap: `the objectives. ${failed?.ok === false ? failed.error.message : ''}` };
  }
  const windowEvents = new Map(windows.map(([days]) => [days, samples(`window${days}`) ?? []]));
  return { value: objectiveImpacts(slos, { badEvents, totalEvents, windowEvents }) };
}

/** Who is named in error lines: tenants where the logs know them, else users. */
async function askAffected(
  { run, system, service, signal }: Asked,
  range: TimeWindow
): Promise<Measured<NonNullable<Impact['affected']>>> {
  const logs = runbookSource(system, { ...NO_RUNBOOK, service }).logsOf(service);
  const role = (['tenant', 'user'] as const).find((one) => logs?.schema.fields[one] !== undefined);
  if (!logs || role === undefined) {
    return { gap: `who was affected: the logs of ${service} name neither tenants nor users.` };
  }
  const [field = ''] = fieldNames(logs.schema.fields, role);
  const errors = { where: [...logs.where, { field: 'level', anyOf: ERROR_LEVELS }] };
  const rows = await elasticsearch.table({
    dataSourceUid: run.dataSourceUid('elasticsearch'),
    query: logLucene(logs.schema, errors),
    groupBy: [{ field, size: MOST_NAMES }],
    measure: [{ kind: 'count' }],
    range,
    signal,
  });
  if (!rows.ok) {
    return { gap: `who was affected. ${rows.error.message}` };
  }
  const names = rows.value.flatMap(({ group }) => group[field] ?? []);
  const what = role === 'tenant' ? ('tenants' as const) : ('users' as const);
  return { value: { what, names, isLeast: rows.warnings.some(({ kind }) => kind === 'truncated') } };
}

const NO_RUNBOOK = { id: '', title: '', alerts: [], severity: 'info' as const, summary: '', steps: [] };
