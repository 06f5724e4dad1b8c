import { EmbeddedScene, SceneAppPage, SceneTimeRange, SceneVariableSet } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, pages, PRESERVED_URL_KEYS } from '../../app/navigation';
import { pageControls } from '../../scenes/page/controls';
import { dataSourceVariables } from '../../scenes/variables/dataSources';
import { FoundTraces } from './search/FoundTraces';
import { JaegerServices } from './search/JaegerServices';
import { TraceSearch } from './search/TraceSearch';
import { operationsTab } from './operations/operationsTab';
import { tracePage } from './tracePage';

/** Search for traces, operations against their own day (`traces/operations`), and a page for each trace (`traces/:traceId`). */
export function tracesPage(model: AppModel): SceneAppPage {
  const { path, title, icon, question } = pages.traces;
  return new SceneAppPage({
    title,
    titleIcon: icon,
    subTitle: question,
    url: pagePath('traces'),
    routePath: `${path}/*`,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    tabs: [searchTab(model), operationsTab(model)],
    drilldowns: [{ routePath: ':traceId', getPage: (match, parent) => tracePage(match, parent, model) }],
  });
}

function searchTab(model: AppModel): SceneAppPage {
  return new SceneAppPage({
    title: 'Search',
    url: pagePath('traces'),
    routePath: 'search',
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene: () => searchScene(model),
  });
}

function searchScene({ dataSources, catalog: { systems } }: AppModel): EmbeddedScene {
  const found = new FoundTraces(systems);
  const services = new JaegerServices();
  return new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-1h', to: 'now' }),
    $variables: new SceneVariableSet({ variables: dataSourceVariables(dataSources, ['jaeger', 'elasticsearch']) }),
    $behaviors: [found, services],
    controls: pageControls(),
    body: new TraceSearch({ found: found.getRef(), services: services.getRef(), systems }),
  });
}
