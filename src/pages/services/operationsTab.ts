import { type EmbeddedScene } from '@grafana/scenes';
import { ServiceOperations } from '../../scenes/services/ServiceOperations';
import { SlowTraces } from '../../scenes/services/SlowTraces';
import { OperationsView } from './OperationsView';
import { type ServiceSubject } from './serviceSubject';
import { fullRow, tabScene } from './tabScene';

/** What the service does, and the slow traces of what is chosen. */
export function operationsTab({ system, service }: ServiceSubject): EmbeddedScene {
  const operations = new ServiceOperations(system, service);
  const traces = new SlowTraces({ system: system.id, service: service.traces?.service });
  const view = new OperationsView({
    service,
    operations: operations.getRef(),
    traces: traces.getRef(),
    operation: '',
  });
  return tabScene([fullRow('operations', view)], [operations, traces]);
}
