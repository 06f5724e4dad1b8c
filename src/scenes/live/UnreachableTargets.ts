import { instant } from '../../datasources/prometheus';
import { mapResult, type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { aggregate } from '../../domain/promql/expressions';
import { renderSelector } from '../../domain/promql/matchers';
import { metricsDataSource } from '../variables/dataSources';
import { LiveData } from './LiveData';

/** Names of the scrape targets of some systems that do not answer now, sorted. */
export class UnreachableTargets extends LiveData<string[]> {
  constructor(private readonly systems: readonly string[]) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<string[]>> {
    const up = renderSelector({ metric: 'up', where: { system: { anyOf: this.systems } } });
    const expr = `${aggregate('min', ['job', 'instance'], up)} == 0`;
    const answer = await instant({ dataSourceUid: metricsDataSource(this).uid, expr, range, signal });
    return mapResult(answer, (samples) =>
      samples.map(({ labels }) => `${labels['job']} (${labels['instance']})`).sort((a, b) => a.localeCompare(b))
    );
  }
}
