import { type EmbeddedScene, SceneAppPage, type SceneAppPageLike, type SceneRouteMatch } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, PRESERVED_URL_KEYS } from '../../app/navigation';
import { alertPlaces } from '../../catalog/alertPlaces';
import { readOpened } from '../../domain/runbook/address';
import { WhatChanged } from '../../scenes/changes/WhatChanged';
import { BoardCell, BoardRow } from '../../scenes/layout/BoardGrid';
import { OnCallAlerts } from '../../scenes/oncall/OnCallAlerts';
import { pageScene } from '../../scenes/page/pageScene';
import { sloAttainmentPanel } from '../../scenes/reliability/sloAttainmentPanel';
import { SloStandings } from '../../scenes/reliability/SloStandings';
import { alertSubject, type AlertSubject } from './alertSubject';
import { AlertDetails } from './AlertDetails';
import { conditionPanel, historyPanel } from './alertPanels';

const FULL_WIDTH = 24;
const HALF_WIDTH = 12;
const GRAPH_HEIGHT_PX = 280;
const HISTORY_HEIGHT_PX = 140;
const LIST_HEIGHT_PX = 320;
const MIN_WIDTH_PX = 480;

type Match = SceneRouteMatch<{ alert: string }>;

/** One alert: what it watches, since when, what changed, which objectives it spends, and what to do. */
export function alertPage({ params }: Match, parent: SceneAppPageLike, model: AppModel): SceneAppPage {
  const name = decodeURIComponent(params.alert);
  return new SceneAppPage({
    title: name,
    url: pagePath('alerts', name),
    routePath: '*',
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getParentPage: () => parent,
    getScene: () => alertScene(alertSubject(name, readOpened(window.location.search), model.catalog.systems), model),
  });
}

function alertScene(subject: AlertSubject, { catalog: { systems }, dataSources }: AppModel): EmbeddedScene {
  const { system, service, rule } = subject;
  const alerts = new OnCallAlerts(systems);
  const standings = new SloStandings(
    system && service
      ? (system.slos ?? []).filter((slo) => slo.service === service.id).map((slo) => ({ system: system.id, slo }))
      : []
  );
  const graph = (key: string, body: BoardCell['state']['body'], heightPx: number, columns = FULL_WIDTH) =>
    new BoardCell({ key, body, columns, heightPx, minWidthPx: columns === FULL_WIDTH ? 0 : MIN_WIDTH_PX });
  return pageScene({
    dataSources,
    systems: system ? [system] : [],
    behaviors: [alerts, standings],
    hasPanels: system !== undefined,
    rows: [
      new BoardRow({
        cells: [
          new BoardCell({
            key: 'alert-details',
            body: new AlertDetails({ alerts: alerts.getRef(), subject, systems, places: alertPlaces(systems) }),
            columns: FULL_WIDTH,
            minWidthPx: 0,
          }),
        ],
      }),
      ...(system
        ? [
            new BoardRow({
              cells: [
                ...(rule ? [graph('alert-condition', conditionPanel(subject, rule, system), GRAPH_HEIGHT_PX)] : []),
                graph('alert-history', historyPanel(subject, system), HISTORY_HEIGHT_PX),
              ],
            }),
            new BoardRow({
              cells: [
                graph('alert-changes', new WhatChanged({ system, service }), LIST_HEIGHT_PX, HALF_WIDTH),
                graph(
                  'alert-objectives',
                  sloAttainmentPanel(
                    { title: 'Objectives of this service', service: service?.id ?? '' },
                    system,
                    standings
                  ),
                  LIST_HEIGHT_PX,
                  HALF_WIDTH
                ),
              ],
            }),
          ]
        : []),
    ],
  });
}
