import { range as rangeOf } from '../../datasources/prometheus';
import { chainResult, failure, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type Series } from '../../domain/metrics/types';
import { calendarPeriod } from '../../domain/slo/calendar';
import { type CountIndex, type EventCounts, indexCounts, joinCounts, mergeCounts } from '../../domain/slo/counts';
import { eventSliceQueries, firingAlertsQuery } from '../../domain/slo/queries';
import { type SystemSlo } from '../../domain/slo/standing';
import { type CalendarWindow } from '../../domain/slo/types';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const FINEST_MS = 5 * MINUTE_MS;
const COARSE_MS = 30 * MINUTE_MS;
/** The longest window of the usual burn-rate tiers. */
const BEFORE_MS = 3 * DAY_MS;
/** Under Prometheus' limit of 11,000 points for a series. */
const MOST_POINTS = 10_000;

/** What one objective's page is drawn from. */
export interface History {
  index: CountIndex;
  /** The page's time range. */
  range: TimeWindow;
  /** Alerts about the objective that fired in it; `undefined` when they could not be asked. */
  alerts: readonly Series[] | undefined;
}

/**
 * The counted events of one objective: fine for the page's time range and what its burn rates need before it, coarse for
 * twice its own window and the calendar period. Five queries.
 */
export class SloHistory extends LiveData<History> {
  constructor(
    private readonly objective: SystemSlo,
    private readonly calendar: CalendarWindow
  ) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<History>> {
    const { system, slo } = this.objective;
    const fineFrom = range.fromMs - BEFORE_MS;
    const fineMs = Math.ceil((range.toMs - fineFrom) / MOST_POINTS / FINEST_MS) * FINEST_MS;
    const { startMs } = calendarPeriod(this.calendar, range.toMs);
    const coarseFrom = Math.min(range.toMs - 2 * slo.windowDays * DAY_MS, startMs);
    const [coarse, fine, alerts] = await Promise.all([
      this.counts({ fromMs: coarseFrom, toMs: range.toMs }, COARSE_MS, signal),
      this.counts({ fromMs: fineFrom, toMs: range.toMs }, fineMs, signal),
      this.series(firingAlertsQuery(system, slo.id), range, Math.max(FINEST_MS, fineMs), signal),
    ]);
    return chainResult(fine, (recent) =>
      coarse.ok
        ? success({
            index: indexCounts(mergeCounts(coarse.value, recent)),
            range,
            alerts: alerts.ok ? alerts.value : undefined,
          })
        : failure(coarse.error)
    );
  }

  private async counts(range: TimeWindow, stepMs: number, signal: AbortSignal): Promise<Result<EventCounts>> {
    const { system, slo } = this.objective;
    const queries = eventSliceQueries(system, slo.id, stepMs / 1000);
    const [total, bad] = await Promise.all([
      this.series(queries.total, range, stepMs, signal),
      this.series(queries.bad, range, stepMs, signal),
    ]);
    return chainResult(total, ([all]) =>
      bad.ok ? success(joinCounts(all, bad.value[0], stepMs)) : failure(bad.error)
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
}
