import { range as rangeOf } from '../../datasources/prometheus';
import { mapResult, type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type Point } from '../../domain/metrics/types';
import { badEventsBySlice, type SystemSlo } from '../../domain/slo/queries';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Far more than there are slices: the slices set the step. */
const MOST_POINTS = 5000;
/** More objectives than this are asked by the day, so that the answer stays small. */
const FINE_UP_TO = 200;

/** Bad events of one objective, slice by slice, oldest first. */
export type SloTrend = readonly Point[];

/** Bad events of every objective over its window, for sparklines: one query, whatever their number. */
export class SloTrends extends LiveData<ReadonlyMap<string, SloTrend>> {
  constructor(private readonly slos: readonly SystemSlo[]) {
    super();
  }

  protected async ask({ toMs }: TimeWindow, signal: AbortSignal): Promise<Result<ReadonlyMap<string, SloTrend>>> {
    const stepMs = this.slos.length > FINE_UP_TO ? DAY_MS : 6 * HOUR_MS;
    const longestDays = Math.max(1, ...this.slos.map(({ slo }) => slo.windowDays));
    const answer = await rangeOf({
      dataSourceUid: metricsDataSource(this).uid,
      expr: badEventsBySlice(this.slos, `${stepMs / HOUR_MS}h`),
      range: { fromMs: toMs - longestDays * DAY_MS, toMs },
      minStep: `${stepMs / HOUR_MS}h`,
      maxDataPoints: MOST_POINTS,
      signal,
    });
    return mapResult(
      answer,
      (series) => new Map(series.map(({ labels, points }) => [trendKey(labels['system'], labels['slo']), points]))
    );
  }
}

/** The key of an objective's trend. */
export function trendKey(system = '', slo = ''): string {
  return `${system}/${slo}`;
}
