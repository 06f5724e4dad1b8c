import {
  EmbeddedScene,
  SceneAppPage,
  type SceneAppPageLike,
  SceneVariableSet,
  VariableValueSelectors,
} from '@grafana/scenes';
import { type AppModel } from '../../../app/model';
import { pagePath, PRESERVED_URL_KEYS } from '../../../app/navigation';
import { defaultTimeRange } from '../../../scenes/page/controls';
import { MonthReports } from '../../../scenes/reliability/MonthReports';
import { dataSourceVariables } from '../../../scenes/variables/dataSources';
import { objectiveNames } from '../objectiveRows';
import { monthName, monthOf, SloReport } from './SloReport';

/** The month's report, to read, print or take away. */
export function reportPage(parent: SceneAppPageLike, model: AppModel): SceneAppPage {
  return new SceneAppPage({
    title: 'Monthly report',
    subTitle:
      'What became of every objective in a calendar month, what spent the budgets, and what customers are owed.',
    url: pagePath('slos', 'report'),
    routePath: '*',
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getParentPage: () => parent,
    getScene: () => reportScene(model),
  });
}

function reportScene({ catalog: { systems }, dataSources }: AppModel): EmbeddedScene {
  const month = monthName(new Date());
  const reports = new MonthReports(
    systems,
    (system, service) => {
      const { serviceName, team } = objectiveNames([system], system.id, { service });
      return { serviceName, team };
    },
    monthOf(month, 'UTC')
  );
  return new EmbeddedScene({
    // The shared one is kept for the way back; the report has its month.
    $timeRange: defaultTimeRange(),
    $variables: new SceneVariableSet({ variables: dataSourceVariables(dataSources, ['prometheus']) }),
    $behaviors: [reports],
    controls: [new VariableValueSelectors({})],
    body: new SloReport({ month, zone: 'UTC', reports: reports.getRef() }),
  });
}
