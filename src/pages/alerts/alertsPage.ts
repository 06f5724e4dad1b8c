import { type EmbeddedScene, SceneAppPage } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, pages, PRESERVED_URL_KEYS } from '../../app/navigation';
import { BoardCell, BoardRow } from '../../scenes/layout/BoardGrid';
import { FiringHistory } from '../../scenes/oncall/FiringHistory';
import { OnCallAlerts } from '../../scenes/oncall/OnCallAlerts';
import { pageScene } from '../../scenes/page/pageScene';
import { alertPage } from './alertPage';
import { AlertsOverview } from './AlertsOverview';

const FULL_WIDTH = 24;

/** Every active alert, and a page for each. */
export function alertsPage(model: AppModel): SceneAppPage {
  const { path, title, icon, question } = pages.alerts;
  return new SceneAppPage({
    title,
    titleIcon: icon,
    subTitle: question,
    url: pagePath('alerts'),
    routePath: `${path}/*`,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene: () => alertsScene(model),
    drilldowns: [{ routePath: ':alert', getPage: (match, parent) => alertPage(match, parent, model) }],
  });
}

function alertsScene({ catalog: { systems }, dataSources }: AppModel): EmbeddedScene {
  const alerts = new OnCallAlerts(systems);
  const history = new FiringHistory();
  return pageScene({
    dataSources,
    systems,
    behaviors: [alerts, history],
    hasPanels: false,
    rows: [
      new BoardRow({
        cells: [
          new BoardCell({
            key: 'alerts-overview',
            body: new AlertsOverview({ alerts: alerts.getRef(), history: history.getRef(), systems }),
            columns: FULL_WIDTH,
            minWidthPx: 0,
          }),
        ],
      }),
    ],
  });
}
