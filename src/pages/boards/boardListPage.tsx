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
import { BoardList } from './BoardList';

/** Every board of the catalog, and each one on a page of its own: `boards/:system/:board`. */
export function boardListPage(model: AppModel): SceneAppPage {
  const { path, title, icon, question } = pages.boards;
  const boards = model.catalog.systems.flatMap((system) =>
    (system.boards ?? []).filter(({ page }) => page !== 'logs').map((board) => ({ system, board }))
  );
  return new SceneAppPage({
    title,
    titleIcon: icon,
    subTitle: question,
    url: pagePath('boards'),
    routePath: `${path}/*`,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene: () => new EmbeddedScene({ body: new SceneReactObject({ component: BoardList, props: { boards } }) }),
    drilldowns: [
      {
        routePath: ':system/:board',
        getPage: (match, parent) => singleBoardPage(match, parent, boards, model),
      },
    ],
  });
}

function singleBoardPage(
  { params }: SceneRouteMatch<{ system: string; board: string }>,
  parent: SceneAppPageLike,
  boards: readonly SystemBoard[],
  model: AppModel
): SceneAppPage {
  const systemId = decodeURIComponent(params.system);
  const boardId = decodeURIComponent(params.board);
  const found = boards.find(({ system, board }) => system.id === systemId && board.id === boardId);
  return new SceneAppPage({
    title: found?.board.title ?? 'Unknown board',
    subTitle: found
      ? (found.board.description ?? found.system.name)
      : `The catalog has no board ${systemId}/${boardId}.`,
    url: pagePath('boards', systemId, boardId),
    routePath: '*',
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getParentPage: () => parent,
    getScene: () =>
      found
        ? boardsScene({ boards: [found], systems: [found.system], dataSources: model.dataSources })
        : new EmbeddedScene({ body: new SceneReactObject({ component: BoardList, props: { boards } }) }),
  });
}
