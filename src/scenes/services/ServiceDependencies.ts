import { VariableDependencyConfig } from '@grafana/scenes';
import { dependencies } from '../../datasources/jaeger';
import { type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type DependencyGraph } from '../../domain/traces/types';
import { LiveData } from '../live/LiveData';
import { tracesDataSource } from '../variables/dataSources';
import { noTracesDataSource } from './noTracesDataSource';

/** Which services called which in the time range, as the traces have it. */
export class ServiceDependencies extends LiveData<DependencyGraph> {
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['jaeger'],
    onReferencedVariableValueChanged: () => this.refresh(),
  });

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<DependencyGraph>> {
    const { uid } = tracesDataSource(this);
    return uid ? dependencies({ dataSourceUid: uid, range, signal }) : noTracesDataSource();
  }
}
