import {
  EmbeddedScene,
  SceneAppPage,
  type SceneAppPageLike,
  type SceneRouteMatch,
  SceneVariableSet,
} from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, PRESERVED_URL_KEYS } from '../../app/navigation';
import { defaultTimeRange, pageControls } from '../../scenes/page/controls';
import { dataSourceVariables } from '../../scenes/variables/dataSources';
import { TraceData } from './TraceData';
import { TraceLogs } from './TraceLogs';
import { TraceView } from './TraceView';

/** One trace: what took the time, what failed, and what was logged meanwhile. */
export function tracePage(
  { params }: SceneRouteMatch<{ traceId: string }>,
  parent: SceneAppPageLike,
  model: AppModel
): SceneAppPage {
  const traceId = decodeURIComponent(params.traceId);
  return new SceneAppPage({
    title: `Trace ${traceId.slice(0, 8)}`,
    url: pagePath('traces', traceId),
    routePath: '*',
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getParentPage: () => parent,
    getScene: () => traceScene(traceId, model),
  });
}

function traceScene(traceId: string, { dataSources, catalog: { systems } }: AppModel): EmbeddedScene {
  const data = new TraceData(traceId);
  const logs = new TraceLogs(data, systems);
  return new EmbeddedScene({
    $timeRange: defaultTimeRange(),
    $variables: new SceneVariableSet({ variables: dataSourceVariables(dataSources, ['jaeger', 'elasticsearch']) }),
    $behaviors: [data, logs],
    controls: pageControls(),
    body: new TraceView({ data: data.getRef(), logs: logs.getRef(), systems }),
  });
}
