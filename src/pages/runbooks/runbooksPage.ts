import { EmbeddedScene, SceneAppPage, SceneVariableSet } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, pages, PRESERVED_URL_KEYS } from '../../app/navigation';
import { defaultTimeRange, pageControls } from '../../scenes/page/controls';
import { dataSourceVariables } from '../../scenes/variables/dataSources';
import { systemVariable } from '../../scenes/variables/systems';
import { runbookPage } from './runbookPage';
import { RunbooksOverview } from './RunbooksOverview';

/** Every runbook, and a page for each: `runbooks/:system/:runbook`. */
export function runbooksPage(model: AppModel): SceneAppPage {
  const { path, title, icon, question } = pages.runbooks;
  return new SceneAppPage({
    title,
    titleIcon: icon,
    subTitle: question,
    url: pagePath('runbooks'),
    routePath: `${path}/*`,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene: () => listScene(model),
    drilldowns: [{ routePath: ':system/:runbook', getPage: (match, parent) => runbookPage(match, parent, model) }],
  });
}

function listScene({ catalog: { systems }, dataSources }: AppModel): EmbeddedScene {
  return new EmbeddedScene({
    $timeRange: defaultTimeRange(),
    $variables: new SceneVariableSet({
      variables: [...dataSourceVariables(dataSources, []), ...(systems.length > 1 ? [systemVariable(systems)] : [])],
    }),
    controls: pageControls(),
    body: new RunbooksOverview({ systems }),
  });
}
