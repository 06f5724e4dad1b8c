import { type EmbeddedScene } from '@grafana/scenes';
import { OperationComparison } from '../../scenes/anomalies/OperationComparison';
import { ServiceOperations } from '../../scenes/services/ServiceOperations';
import { SlowTraces } from '../../scenes/services/SlowTraces';
import { OperationsView } from './OperationsView';
import { type ServiceSubject } from './serviceSubject';
import { fullRow, tabScene } from './tabScene';

/** What the service does, and the slow traces of what is chosen. */
export function operationsTab({ system, service, model }: ServiceSubject): EmbeddedScene {
  const operations = new ServiceOperations(system, service);
  const traces = new SlowTraces({ system: system.id, service: service.traces?.service });
  const comparison =
    service.traces &&
    new OperationComparison({ systems: [system], service: service.traces.service, spanIndex: model.spanIndex });
  const view = new OperationsView({
    service,
    operations: operations.getRef(),
    traces: traces.getRef(),
    comparison: comparison?.getRef(),
    operation: '',
  });
  return tabScene([fullRow('operations', view)], [operations, traces, ...(comparison ? [comparison] : [])]);
}
