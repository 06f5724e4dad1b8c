import { EmbeddedScene, SceneAppPage, SceneVariableSet } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, pages, PRESERVED_URL_KEYS } from '../../app/navigation';
import { defaultTimeRange, pageControls } from '../../scenes/page/controls';
import { MetricRetention } from '../../scenes/reliability/MetricRetention';
import { SloStandings } from '../../scenes/reliability/SloStandings';
import { SloTrends } from '../../scenes/reliability/SloTrends';
import { dataSourceVariables } from '../../scenes/variables/dataSources';
import { systemVariable } from '../../scenes/variables/systems';
import { sloPage } from './detail/sloPage';
import { SloList } from './list/SloList';
import { allObjectives } from './objectiveRows';
import { reportPage } from './report/reportPage';

/** Every objective, what runs out first on top; a page for each (`slos/:system/:slo`), and the month's report. */
export function slosPage(model: AppModel): SceneAppPage {
  const { path, title, icon, question } = pages.slos;
  return new SceneAppPage({
    title,
    titleIcon: icon,
    subTitle: question,
    url: pagePath('slos'),
    routePath: `${path}/*`,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene: () => listScene(model),
    drilldowns: [
      { routePath: 'report', getPage: (_match, parent) => reportPage(parent, model) },
      { routePath: ':system/:slo', getPage: (match, parent) => sloPage(match, parent, model) },
    ],
  });
}

function listScene({ catalog: { systems }, dataSources }: AppModel): EmbeddedScene {
  const objectives = allObjectives(systems);
  const standings = new SloStandings(objectives);
  const trends = new SloTrends(objectives);
  const retention = new MetricRetention();
  return new EmbeddedScene({
    $timeRange: defaultTimeRange(),
    $variables: new SceneVariableSet({
      variables: [
        ...dataSourceVariables(dataSources, ['prometheus']),
        ...(systems.length > 1 ? [systemVariable(systems)] : []),
      ],
    }),
    $behaviors: [standings, trends, retention],
    controls: pageControls(),
    body: new SloList({
      systems,
      standings: standings.getRef(),
      trends: trends.getRef(),
      retention: retention.getRef(),
    }),
  });
}
