import { VariableDependencyConfig } from '@grafana/scenes';
import { trace } from '../../datasources/jaeger';
import { abortError } from '../../datasources/errors';
import { failure, type Result } from '../../datasources/result';
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

  /** The trace, once it is known; undefined when there is none to be had. Rejects when given up. */
  settled(signal: AbortSignal): Promise<Trace | undefined> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        const { loading, value } = this.state;
        if (value !== undefined || !loading) {
          subscription.unsubscribe();
          resolve(value);
        }
      };
      const subscription = this.subscribeToState(settle);
      signal.addEventListener('abort', () => {
        subscription.unsubscribe();
        reject(abortError());
      });
      settle();
    });
  }

  protected ask(range: TimeWindow, signal: AbortSignal): Promise<Result<Trace>> {
    const dataSourceUid = tracesDataSource(this).uid;
    return dataSourceUid === ''
      ? Promise.resolve(failure({ kind: 'not-configured', message: 'No Jaeger data source is configured in Grafana.' }))
      : trace({ dataSourceUid, traceId: this.traceId, range, signal });
  }
}
