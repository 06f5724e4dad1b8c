import { EmbeddedScene, SceneVariableSet } from '@grafana/scenes';
import { VariableHide } from '@grafana/schema';
import { type AppModel } from '../../app/model';
import { OnCallAlerts } from '../../scenes/oncall/OnCallAlerts';
import { defaultTimeRange, pageControls } from '../../scenes/page/controls';
import { RunbookRun } from '../../scenes/runbooks/RunbookRun';
import { dataSourceVariables } from '../../scenes/variables/dataSources';
import { systemVariable } from '../../scenes/variables/systems';
import { StackView } from './StackView';

/** The stack of each system, looked at by its own checklist. */
export function stackTab({ catalog: { systems }, dataSources }: AppModel): EmbeddedScene {
  const run = new RunbookRun();
  const alerts = new OnCallAlerts(systems);
  // It chooses one system by itself, and starts with the first of those that other pages show.
  const chosen = systemVariable(systems);
  chosen.setState({ hide: VariableHide.hideVariable });
  return new EmbeddedScene({
    $timeRange: defaultTimeRange(),
    $variables: new SceneVariableSet({
      variables: [...dataSourceVariables(dataSources, ['prometheus', 'jaeger', 'elasticsearch']), chosen],
    }),
    $behaviors: [run, alerts],
    controls: pageControls(),
    body: new StackView({ systems, run: run.getRef(), alerts: alerts.getRef() }),
  });
}
