import {
  EmbeddedScene,
  SceneAppPage,
  type SceneAppPageLike,
  SceneReactObject,
  type SceneRouteMatch,
} from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, pages, PRESERVED_URL_KEYS } from '../../app/navigation';
import { boardsScene, type SystemBoard } from '../../scenes/board/boardsScene';
import { BoardCell, BoardRow } from '../../scenes/layout/BoardGrid';
import { pageScene } from '../../scenes/page/pageScene';
import { boardsOf } from '../boards/boardPage';
import { LogExplorer } from './LogExplorer';
import { Views } from './Views';

/** Search in all logs, and a page for each question of the catalog: `logs/:system/:view`. */
export function logsPage(model: AppModel): SceneAppPage {
  const { path, title, icon, question } = pages.logs;
  const views = boardsOf(model, 'logs');
  return new SceneAppPage({
    title,
    titleIcon: icon,
    subTitle: question,
    url: pagePath('logs'),
    routePath: `${path}/*`,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene: () => explorerScene(model, views),
    drilldowns: [{ routePath: ':system/:view', getPage: (match, parent) => viewPage(match, parent, views, model) }],
  });
}

function explorerScene({ dataSources, catalog: { systems } }: AppModel, views: readonly SystemBoard[]): EmbeddedScene {
  const body = new LogExplorer({ systems, views });
  return pageScene({
    dataSources,
    asks: ['elasticsearch'],
    systems,
    hasPanels: false,
    rows: [new BoardRow({ cells: [new BoardCell({ key: 'logs', body, columns: 24, minWidthPx: 0 })] })],
  });
}

function viewPage(
  { params }: SceneRouteMatch<{ system: string; view: string }>,
  parent: SceneAppPageLike,
  views: readonly SystemBoard[],
  model: AppModel
): SceneAppPage {
  const systemId = decodeURIComponent(params.system);
  const viewId = decodeURIComponent(params.view);
  const found = views.find(({ system, board }) => system.id === systemId && board.id === viewId);
  return new SceneAppPage({
    title: found ? `${found.system.name}: ${found.board.title}` : 'Unknown view',
    subTitle: found ? found.board.description : `The catalog has no log view ${systemId}/${viewId}.`,
    url: pagePath('logs', systemId, viewId),
    routePath: '*',
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getParentPage: () => parent,
    getScene: () =>
      found
        ? boardsScene({ boards: [found], systems: [found.system], dataSources: model.dataSources })
        : new EmbeddedScene({ body: new SceneReactObject({ component: Views, props: { views } }) }),
  });
}
