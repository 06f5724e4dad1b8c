import { EmbeddedScene, SceneAppPage, SceneVariableSet } from '@grafana/scenes';
import { type AppModel } from '../../../app/model';
import { pagePath, PRESERVED_URL_KEYS } from '../../../app/navigation';
import { OperationComparison } from '../../../scenes/anomalies/OperationComparison';
import { defaultTimeRange, pageControls } from '../../../scenes/page/controls';
import { dataSourceVariables } from '../../../scenes/variables/dataSources';
import { systemVariable } from '../../../scenes/variables/systems';
import { ComparedOperationsView } from './ComparedOperationsView';

/** `traces/operations`: every operation against its own day, what changed on top. */
export function operationsTab(model: AppModel): SceneAppPage {
  return new SceneAppPage({
    title: 'Operations',
    url: pagePath('traces', 'operations'),
    routePath: 'operations',
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene: () => operationsScene(model),
  });
}

function operationsScene({ catalog: { systems }, dataSources, spanIndex }: AppModel): EmbeddedScene {
  const comparison = new OperationComparison({ systems, spanIndex });
  return new EmbeddedScene({
    $timeRange: defaultTimeRange(),
    $variables: new SceneVariableSet({
      variables: [
        ...dataSourceVariables(dataSources, ['prometheus', 'jaeger']),
        ...(systems.length > 1 ? [systemVariable(systems)] : []),
      ],
    }),
    $behaviors: [comparison],
    controls: pageControls(),
    body: new ComparedOperationsView({ comparison: comparison.getRef(), systems }),
  });
}
