import { type EmbeddedScene, SceneAppPage, type SceneObject } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, pages, PRESERVED_URL_KEYS } from '../../app/navigation';
import { OnCallAlerts } from '../../scenes/oncall/OnCallAlerts';
import { BoardCell, BoardRow } from '../../scenes/layout/BoardGrid';
import { pageScene } from '../../scenes/page/pageScene';
import { Incident } from './Incident';
import { IncidentList } from './IncidentList';

const FULL_WIDTH = 24;

/** Drafts of incidents: the list, and a page for each. */
export function incidentsPage(model: AppModel): SceneAppPage {
  const { path, title, icon, question } = pages.incidents;
  return new SceneAppPage({
    title,
    titleIcon: icon,
    subTitle: question,
    url: pagePath('incidents'),
    routePath: `${path}/*`,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene: () =>
      incidentScene(model, (alerts) => new IncidentList({ alerts: alerts.getRef(), systems: model.catalog.systems })),
    drilldowns: [
      {
        routePath: ':group',
        getPage: ({ params }, parent) => {
          const groupId = decodeURIComponent(params['group'] ?? '');
          return new SceneAppPage({
            title: 'Incident',
            url: pagePath('incidents', groupId),
            routePath: '*',
            preserveUrlKeys: PRESERVED_URL_KEYS,
            getParentPage: () => parent,
            getScene: () =>
              incidentScene(
                model,
                (alerts) => new Incident({ alerts: alerts.getRef(), systems: model.catalog.systems, groupId })
              ),
          });
        },
      },
    ],
  });
}

function incidentScene(
  { catalog: { systems }, dataSources }: AppModel,
  body: (alerts: OnCallAlerts) => SceneObject
): EmbeddedScene {
  const alerts = new OnCallAlerts(systems);
  return pageScene({
    dataSources,
    systems,
    behaviors: [alerts],
    hasPanels: false,
    rows: [
      new BoardRow({
        cells: [new BoardCell({ key: 'incident', body: body(alerts), columns: FULL_WIDTH, minWidthPx: 0 })],
      }),
    ],
  });
}
