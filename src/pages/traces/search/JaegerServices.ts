import { VariableDependencyConfig } from '@grafana/scenes';
import { operations, services } from '../../../datasources/jaeger';
import { failure, type Result } from '../../../datasources/result';
import { type TimeWindow } from '../../../datasources/types';
import { LiveData } from '../../../scenes/live/LiveData';
import { tracesDataSource } from '../../../scenes/variables/dataSources';

/** The services that have reported spans. */
export class JaegerServices extends LiveData<string[]> {
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['jaeger'],
    onReferencedVariableValueChanged: () => this.refresh(),
  });

  /** The operations of one of them; none when they cannot be had. */
  async operationsOf(service: string): Promise<string[]> {
    const dataSourceUid = tracesDataSource(this).uid;
    const answer = service === '' || dataSourceUid === '' ? undefined : await operations({ dataSourceUid, service });
    return answer?.ok ? answer.value : [];
  }

  protected ask(_range: TimeWindow, signal: AbortSignal): Promise<Result<string[]>> {
    const dataSourceUid = tracesDataSource(this).uid;
    return dataSourceUid === ''
      ? Promise.resolve(failure({ kind: 'not-configured', message: 'No Jaeger data source is configured in Grafana.' }))
      : services({ dataSourceUid, signal });
  }
}
