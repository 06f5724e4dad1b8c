import { EmbeddedScene, SceneAppPage, SceneReactObject, SceneVariableSet } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, pages, PRESERVED_URL_KEYS } from '../../app/navigation';
import { defaultTimeRange, pageControls } from '../../scenes/page/controls';
import { dataSourceVariables } from '../../scenes/variables/dataSources';
import { FindById } from './FindById';
import { tracePage } from './tracePage';

/** Search for traces, and a page for each: `traces/:traceId`. */
export function tracesPage(model: AppModel): SceneAppPage {
  const { path, title, icon, question } = pages.traces;
  return new SceneAppPage({
    title,
    titleIcon: icon,
    subTitle: question,
    url: pagePath('traces'),
    routePath: `${path}/*`,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene: () => searchScene(model),
    drilldowns: [{ routePath: ':traceId', getPage: (match, parent) => tracePage(match, parent, model) }],
  });
}

function searchScene({ dataSources }: AppModel): EmbeddedScene {
  return new EmbeddedScene({
    $timeRange: defaultTimeRange(),
    $variables: new SceneVariableSet({ variables: dataSourceVariables(dataSources, ['jaeger']) }),
    controls: pageControls(),
    body: new SceneReactObject({ component: FindById, props: {} }),
  });
}
