import { instants, ranges } from '../../datasources/prometheus';
import { failure, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type Point } from '../../domain/metrics/types';
import { monthSoFar } from '../../domain/tiers/agreement';
import { historyQuestions } from '../../domain/tiers/history';
import { badShareOverTime, objectiveQuestions } from '../../domain/tiers/objectives';
import { tierQuestions, type TierScope } from '../../domain/tiers/questions';
import { type TierReport } from '../../domain/tiers/rows';
import { type TieredSystem, type TierObjective } from '../../domain/tiers/types';
import { remainingBudget } from '../../domain/slo/attainment';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';
import { usable } from './answers';

/** Points of a sparkline. */
const POINTS = 48;

/** A report, with what is left of the tier's error budget over the time range when it is about one tier. */
export interface TierReportOverTime extends TierReport {
  budget?: readonly Point[] | undefined;
  /** Length of the time range. */
  rangeMs: number;
}

/** How tiers are, now and over the time range: two requests, whatever the number of tiers and parts. */
export class TierReports extends LiveData<TierReportOverTime> {
  constructor(
    private readonly systems: readonly TieredSystem[],
    private readonly scope: TierScope = {},
    private readonly objective?: TierObjective
  ) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<TierReportOverTime>> {
    const rangeMs = range.toMs - range.fromMs;
    const ids = this.systems.map(({ system }) => system);
    const month = monthSoFar(range.toMs);
    const questions = tierQuestions(this.systems, this.scope, rangeMs / 1000);
    const common = { dataSourceUid: metricsDataSource(this).uid, range, signal };
    const [facts, history] = await Promise.all([
      instants<string>({ ...common, expressions: { ...questions, ...objectiveQuestions(ids, month.seconds) } }),
      ranges<string>({
        ...common,
        expressions: { ...historyQuestions(this.systems, this.scope), ...this.budgetQuestion(ids) },
        intervalMs: Math.ceil(rangeMs / POINTS / 1000) * 1000,
      }),
    ]);
    const seen = facts['lastSeenMs'];
    // Without knowing who reports, nothing else can be told: silence would look like idleness.
    if (seen && !seen.ok) {
      return failure(seen.error);
    }
    const { budget, ...series } = usable(history);
    return success({
      answers: usable(facts),
      objectives: usable(facts),
      history: series,
      budget: budget?.[0] && this.remaining(budget[0].points),
      endMs: range.toMs,
      rangeMs,
      monthSeconds: month.seconds,
    });
  }

  private budgetQuestion(systems: readonly string[]): { budget?: string } {
    return this.objective ? { budget: badShareOverTime(systems, [this.objective.id], this.objective.windowDays) } : {};
  }

  private remaining(points: readonly Point[]): Point[] {
    const target = this.objective?.targetRatio ?? 0;
    return points.map(([timeMs, badRatio]) => [timeMs, remainingBudget(1 - badRatio, target)]);
  }
}
