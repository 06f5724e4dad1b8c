import { dataSourceHealth } from '../../datasources/health';
import { dataSourceName } from '../../datasources/lookup';
import { type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { LiveData } from '../live/LiveData';
import { type ChosenDataSources } from '../variables/dataSources';

/** How one data source is. */
export interface SourceHealth {
  role: keyof ChosenDataSources;
  name: string;
  ok: boolean;
  /** What it said. */
  message: string;
}

/** Whether the chosen data sources answer: one small request to each. */
export class DataSourcesHealth extends LiveData<SourceHealth[]> {
  constructor(private readonly chosen: ChosenDataSources) {
    super();
  }

  protected async ask(_range: TimeWindow, signal: AbortSignal): Promise<Result<SourceHealth[]>> {
    const roles = (Object.keys(this.chosen) as Array<keyof ChosenDataSources>).filter((role) => this.chosen[role]);
    return success(
      await Promise.all(
        roles.map(async (role) => {
          const uid = this.chosen[role] ?? '';
          const answer = await dataSourceHealth(uid, { signal });
          const message = answer.ok ? answer.value : answer.error.message;
          return { role, name: dataSourceName(uid) ?? uid, ok: answer.ok, message };
        })
      )
    );
  }
}
