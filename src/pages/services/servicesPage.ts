import { type EmbeddedScene, SceneAppPage } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, pages, PRESERVED_URL_KEYS } from '../../app/navigation';
import { goldenServices } from '../../catalog/golden';
import { type System } from '../../catalog/types';
import { boardRows } from '../../scenes/board/boardRows';
import { BoardCell, BoardRow } from '../../scenes/layout/BoardGrid';
import { pageScene } from '../../scenes/page/pageScene';
import { FiringAlerts } from '../../scenes/reliability/FiringAlerts';
import { SloStandings } from '../../scenes/reliability/SloStandings';
import { ServiceRows } from '../../scenes/services/ServiceRows';
import { boardsOf } from '../boards/boardPage';
import { servicePages } from './servicePage';
import { ServicesOverview } from './ServicesOverview';

const FULL_WIDTH = 24;

/** Every service in one table, worst first; below it the boards about services; and a page for each service. */
export function servicesPage(model: AppModel): SceneAppPage {
  const { path, title, icon, question } = pages.services;
  return new SceneAppPage({
    title,
    titleIcon: icon,
    subTitle: question,
    url: pagePath('services'),
    routePath: `${path}/*`,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene: () => servicesScene(model),
    drilldowns: [{ routePath: ':system/:service/*', getPage: servicePages(model) }],
  });
}

function servicesScene(model: AppModel): EmbeddedScene {
  const { systems } = model.catalog;
  const rows = new ServiceRows(goldenServices(systems));
  const slos = systems.flatMap((system) => (system.slos ?? []).map((slo) => ({ system: system.id, slo })));
  const live = { standings: new SloStandings(slos), alerts: new FiringAlerts() };
  const overview = new BoardCell({
    key: 'services-overview',
    body: new ServicesOverview({
      key: 'services-table',
      rows: rows.getRef(),
      alerts: live.alerts.getRef(),
      standings: live.standings.getRef(),
      systems,
    }),
    columns: FULL_WIDTH,
    minWidthPx: 0,
  });
  return pageScene({
    dataSources: model.dataSources,
    systems,
    behaviors: [rows, live.alerts, live.standings],
    rows: [
      new BoardRow({ cells: [overview] }),
      ...boardsOf(model, 'services').flatMap(({ system, board }) => titled(boardRows(board, system, live), system)),
    ],
  });
}

/** Boards of several systems stand below each other, and their rows have the same titles. */
function titled(rows: BoardRow[], { name }: System): BoardRow[] {
  rows.forEach((row) => row.setState({ title: row.state.title === undefined ? name : `${name}: ${row.state.title}` }));
  return rows;
}
