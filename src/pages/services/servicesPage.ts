import { EmbeddedScene, SceneAppPage, SceneVariableSet } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, pages, PRESERVED_URL_KEYS } from '../../app/navigation';
import { goldenServices } from '../../catalog/golden';
import { type System } from '../../catalog/types';
import { boardRows } from '../../scenes/board/boardRows';
import { BoardCell, BoardGrid, BoardRow } from '../../scenes/layout/BoardGrid';
import { defaultTimeRange, pageControls } from '../../scenes/page/controls';
import { FiringAlerts } from '../../scenes/reliability/FiringAlerts';
import { SloStandings } from '../../scenes/reliability/SloStandings';
import { ServiceRows } from '../../scenes/services/ServiceRows';
import { dataSourceVariables } from '../../scenes/variables/dataSources';
import { systemVariable } from '../../scenes/variables/systems';
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
  return new EmbeddedScene({
    $timeRange: defaultTimeRange(),
    $variables: new SceneVariableSet({
      variables: [
        ...dataSourceVariables(model.dataSources, ['prometheus']),
        ...(systems.length > 1 ? [systemVariable(systems)] : []),
      ],
    }),
    $behaviors: [rows, live.alerts, live.standings],
    controls: pageControls(),
    body: new BoardGrid({
      rows: [
        new BoardRow({ cells: [overview] }),
        ...boardsOf(model, 'services').flatMap(({ system, board }) => titled(boardRows(board, system, live), system)),
      ],
    }),
  });
}

/** Boards of several systems stand below each other, and their rows have the same titles. */
function titled(rows: BoardRow[], { name }: System): BoardRow[] {
  rows.forEach((row) => row.setState({ title: row.state.title === undefined ? name : `${name}: ${row.state.title}` }));
  return rows;
}
