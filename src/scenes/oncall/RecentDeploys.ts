import { type System } from '../../catalog/types';
import { mapResult, type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type Deploy } from '../../domain/changes/types';
import { askChanges } from '../changes/askChanges';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';

/** What was deployed in the page's time range in all systems, newest first. */
export class RecentDeploys extends LiveData<readonly Deploy[]> {
  constructor(private readonly systems: readonly System[]) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<readonly Deploy[]>> {
    const dataSourceUid = metricsDataSource(this).uid;
    return mapResult(await askChanges({ systems: this.systems, dataSourceUid, range, signal }), ({ deploys }) =>
      [...deploys].sort((a, b) => b.timeMs - a.timeMs)
    );
  }
}
