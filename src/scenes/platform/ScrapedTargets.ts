import { instant } from '../../datasources/prometheus';
import { type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type Sample } from '../../domain/metrics/types';
import { renderSelector } from '../../domain/promql/matchers';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';

/** Which scrape targets answer: one question for all of them. */
export class ScrapedTargets extends LiveData<Sample[]> {
  constructor(private readonly systems: readonly string[]) {
    super();
  }

  protected ask(range: TimeWindow, signal: AbortSignal): Promise<Result<Sample[]>> {
    const expr = renderSelector({ metric: 'up', where: { system: { anyOf: this.systems } } });
    return instant({ dataSourceUid: metricsDataSource(this).uid, expr, range, signal });
  }
}
