import { instants } from '../../datasources/prometheus';
import { failure, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type TierScope } from '../../domain/tiers/questions';
import { type TieredSystem } from '../../domain/tiers/types';
import { changesSinceYesterday, comparedQuestions, DAY_MS, type TierChange } from '../../domain/tiers/yesterday';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';
import { usable } from './answers';

/** What changed in a tier against the same hour yesterday: two requests, whatever the number of its parts. */
export class TierChanges extends LiveData<TierChange[]> {
  constructor(
    private readonly system: TieredSystem,
    private readonly scope: TierScope
  ) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<TierChange[]>> {
    const expressions: Record<string, string> = { ...comparedQuestions(this.system, this.scope) };
    const common = { dataSourceUid: metricsDataSource(this).uid, expressions, signal };
    const yesterday = { fromMs: range.fromMs - DAY_MS, toMs: range.toMs - DAY_MS };
    const [now, before] = await Promise.all([
      instants({ ...common, range }),
      instants({ ...common, range: yesterday }),
    ]);
    const failed = [...Object.values(now), ...Object.values(before)].find((answer) => !answer.ok);
    // A side that failed is not a side without data.
    return failed && !failed.ok
      ? failure(failed.error)
      : success(changesSinceYesterday(this.system, usable(now), usable(before)));
  }
}
