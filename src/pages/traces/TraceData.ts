import { VariableDependencyConfig } from '@grafana/scenes';
import { trace } from '../../datasources/jaeger';
import { type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type Trace } from '../../domain/traces/types';
import { LiveData } from '../../scenes/live/LiveData';
import { tracesDataSource } from '../../scenes/variables/dataSources';

/** One trace of the chosen traces data source, by its id in any written form. */
export class TraceData extends LiveData<Trace> {
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['jaeger'],
    onReferencedVariableValueChanged: () => this.refresh(),
  });

  constructor(readonly traceId: string) {
    super();
  }

  protected ask(range: TimeWindow, signal: AbortSignal): Promise<Result<Trace>> {
    return trace({ dataSourceUid: tracesDataSource(this).uid, traceId: this.traceId, range, signal });
  }
}
