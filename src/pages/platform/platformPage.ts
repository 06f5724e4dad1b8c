import { type EmbeddedScene, SceneAppPage } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, pages, PRESERVED_URL_KEYS } from '../../app/navigation';
import { type System } from '../../catalog/types';
import { boardRows } from '../../scenes/board/boardRows';
import { BoardCell, BoardRow } from '../../scenes/layout/BoardGrid';
import { pageScene } from '../../scenes/page/pageScene';
import { ScrapedTargets } from '../../scenes/platform/ScrapedTargets';
import { FiringAlerts } from '../../scenes/reliability/FiringAlerts';
import { SloStandings } from '../../scenes/reliability/SloStandings';
import { ServiceRows } from '../../scenes/services/ServiceRows';
import { boardsOf } from '../boards/boardPage';
import { goldenComponents } from './components';
import { PlatformComponents } from './PlatformComponents';
import { stackTab } from './stackTab';

const FULL_WIDTH = 24;
const STACK_PATH = 'stack';

/** Every platform component with its golden signals and the boards about them, and what watches each system. */
export function platformPage(model: AppModel): SceneAppPage {
  const { path, title, icon, question } = pages.platform;
  return new SceneAppPage({
    title,
    titleIcon: icon,
    subTitle: question,
    url: pagePath('platform'),
    routePath: `${path}/*`,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    tabs: [tab('Components', '', () => platformScene(model)), tab('Stack', STACK_PATH, () => stackTab(model))],
  });
}

function tab(title: string, tabPath: string, getScene: () => EmbeddedScene): SceneAppPage {
  return new SceneAppPage({
    title,
    url: tabPath ? pagePath('platform', tabPath) : pagePath('platform'),
    routePath: tabPath,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene,
  });
}

function platformScene({ catalog: { systems }, dataSources, ...model }: AppModel): EmbeddedScene {
  const rows = new ServiceRows(goldenComponents(systems));
  const targets = new ScrapedTargets(systems.map(({ id }) => id));
  const slos = systems.flatMap((system) => (system.slos ?? []).map((slo) => ({ system: system.id, slo })));
  const live = { standings: new SloStandings(slos), alerts: new FiringAlerts() };
  const components = new BoardCell({
    key: 'platform-overview',
    body: new PlatformComponents({
      rows: rows.getRef(),
      targets: targets.getRef(),
      alerts: live.alerts.getRef(),
      standings: live.standings.getRef(),
      systems,
    }),
    columns: FULL_WIDTH,
    minWidthPx: 0,
  });
  const boards = boardsOf({ catalog: { systems }, dataSources, ...model }, 'platform');
  return pageScene({
    dataSources,
    systems,
    behaviors: [rows, targets, live.alerts, live.standings],
    rows: [
      new BoardRow({ cells: [components] }),
      ...boards.flatMap(({ system, board }) => boardRows(board, system, live).map((row) => ofSystem(row, system))),
    ],
  });
}

/** Below each other, rows of several systems need their names. */
function ofSystem(row: BoardRow, { name }: System): BoardRow {
  const { title } = row.state;
  if (title !== undefined && !title.startsWith(name)) {
    row.setState({ title: `${name} · ${title}` });
  }
  return row;
}
