import { SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { type System } from '../../catalog/types';
import { range as rangeOf } from '../../datasources/prometheus';
import { failure, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type Series } from '../../domain/metrics/types';
import { calendarPeriod, type Period } from '../../domain/slo/calendar';
import { joinCounts } from '../../domain/slo/counts';
import { exclusionsOf } from '../../domain/slo/maintenance';
import { eventsOfAll } from '../../domain/slo/queries';
import { monthReport } from '../../domain/slo/report/monthReport';
import { type MonthReport, type ReportedObjective, type ReportedTier } from '../../domain/slo/report/types';
import { hasBudget } from '../../domain/slo/types';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';
import { trendKey } from './SloTrends';

const MINUTE_MS = 60_000;
const HALF_HOUR_MS = 30 * MINUTE_MS;
const QUARTER_HOUR_MS = 15 * MINUTE_MS;
const CHUNK_MS = 5 * 24 * 60 * MINUTE_MS;
const MOST_POINTS = 5000;

/** A month of a calendar; months from 1. */
export interface Month {
  year: number;
  month: number;
  timeZone: string;
}

/** How much of a long question has been answered. */
export class Progress extends SceneObjectBase<SceneObjectState & { done: number; total: number }> {}

/** The report of one month, asked five days at a time: two queries each, whatever the number of objectives. */
export class MonthReports extends LiveData<MonthReport> {
  readonly progress = new Progress({ done: 0, total: 1 });

  constructor(
    private readonly systems: readonly System[],
    private readonly names: (system: System, service: string) => { serviceName: string; team: string },
    private month: Month
  ) {
    super();
  }

  /** Asks for another month. */
  show(month: Month) {
    this.month = month;
    this.setState({ value: undefined, error: undefined });
    if (this.isActive) {
      this.refresh();
    }
  }

  protected async ask(_range: TimeWindow, signal: AbortSignal): Promise<Result<MonthReport>> {
    const { year, month, timeZone } = this.month;
    // The middle of a month is in it, in any time zone.
    const period = calendarPeriod({ unit: 'month', timeZone }, Date.UTC(year, month - 1, 15));
    const nowMs = Date.now();
    const stepMs = period.startMs % HALF_HOUR_MS === 0 ? HALF_HOUR_MS : QUARTER_HOUR_MS;
    const untilMs = Math.min(period.endMs, Math.floor(nowMs / stepMs) * stepMs);
    if (untilMs <= period.startMs) {
      return failure({ kind: 'bad-query', message: `${period.label} has not begun yet.` });
    }
    const chunks = chunksOf({ startMs: period.startMs, endMs: untilMs }, stepMs);
    this.progress.setState({ done: 0, total: chunks.length });
    const totals = new Map<string, Series>();
    const bads = new Map<string, Series>();
    for (const chunk of chunks) {
      const queries = eventsOfAll(
        this.systems.map(({ id }) => id),
        stepMs / 1000
      );
      const [total, bad] = await Promise.all(
        [queries.total, queries.bad].map((expr) => this.series(expr, chunk, stepMs, signal))
      );
      if (!total?.ok || !bad?.ok) {
        const failed = [total, bad].find((one) => one && !one.ok);
        return failed && !failed.ok ? failed : failure({ kind: 'unexpected', message: 'Prometheus did not answer.' });
      }
      append(totals, total.value, chunk);
      append(bads, bad.value, chunk);
      this.progress.setState({ done: this.progress.state.done + 1 });
    }
    return success(
      monthReport({
        period,
        timeZone,
        untilMs,
        generatedAtMs: nowMs,
        objectives: this.objectives(period, (key) => joinCounts(totals.get(key), bads.get(key), stepMs)),
        tiers: this.systems.flatMap(tiersOf),
      })
    );
  }

  private series(expr: string, range: TimeWindow, stepMs: number, signal: AbortSignal): Promise<Result<Series[]>> {
    return rangeOf({
      dataSourceUid: metricsDataSource(this).uid,
      expr,
      range,
      minStep: `${stepMs / 1000}s`,
      maxDataPoints: MOST_POINTS,
      signal,
    });
  }

  private objectives(
    { startMs, endMs }: Period,
    countsOf: (key: string) => ReportedObjective['counts']
  ): ReportedObjective[] {
    return this.systems.flatMap((system) =>
      (system.slos ?? []).map((slo) => ({
        system: system.id,
        systemName: system.name,
        ...this.names(system, slo.service),
        tierName: system.tiers?.find(({ id }) => id === slo.tier)?.name,
        slo,
        counts: countsOf(trendKey(system.id, slo.id)),
        exclusions: exclusionsOf(system.maintenance, slo.service, { fromMs: startMs, toMs: endMs }),
      }))
    );
  }
}

/** Spans whose slices touch and do not overlap: a slice that ends where one span ends is not in the next. */
function chunksOf({ startMs, endMs }: Pick<Period, 'startMs' | 'endMs'>, stepMs: number): TimeWindow[] {
  const count = Math.ceil((endMs - startMs) / CHUNK_MS);
  return Array.from({ length: count }, (_, index) => ({
    fromMs: startMs + index * CHUNK_MS + stepMs,
    toMs: Math.min(endMs, startMs + (index + 1) * CHUNK_MS),
  }));
}

function append(all: Map<string, Series>, series: readonly Series[], { fromMs, toMs }: TimeWindow) {
  for (const one of series) {
    const key = trendKey(one.labels['system'], one.labels['slo']);
    const points = one.points.filter(([atMs]) => atMs >= fromMs && atMs <= toMs);
    const known = all.get(key);
    all.set(key, known ? { ...known, points: [...known.points, ...points] } : { ...one, points });
  }
}

/** A tier's uptime is that of the first objective about it that has a budget. */
function tiersOf(system: System): ReportedTier[] {
  return (system.tiers ?? []).map(({ id, name, sla }) => ({
    system: system.id,
    systemName: system.name,
    tier: id,
    tierName: name,
    sla,
    objective: system.slos?.find((slo) => slo.tier === id && hasBudget(slo))?.id,
  }));
}
