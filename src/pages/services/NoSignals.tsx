import { type SceneComponentProps, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { PanelChrome } from '@grafana/ui';
import { ConditionMessage } from '../../components/ConditionMessage';
import { type ServiceSubject } from './serviceSubject';

interface NoSignalsState extends SceneObjectState {
  subject: ServiceSubject;
}

/** In place of graphs, for a service that the catalog names no rate, errors or duration of. */
export class NoSignals extends SceneObjectBase<NoSignalsState> {
  static Component = ({ model }: SceneComponentProps<NoSignals>) => {
    const { service, system } = model.useState().subject;
    return (
      <PanelChrome title="Rate, errors and duration">
        <ConditionMessage icon="cog" title="Not configured">
          The catalog names no traffic, errors or latency signal for {service.id} of {system.id}: its entry has no{' '}
          <code>golden</code> signals.
        </ConditionMessage>
      </PanelChrome>
    );
  };
}
