import { type AppModel } from '../../app/model';
import { type PageName, pagePath, pages, PRESERVED_URL_KEYS } from '../../app/navigation';
import { type BoardPage } from '../../catalog/types';
import { boardsScene, type SystemBoard } from '../../scenes/board/boardsScene';
import { SceneAppPage } from '@grafana/scenes';

/** All boards that a page shows, by system. */
export function boardsOf(model: AppModel, page: BoardPage): SystemBoard[] {
  return model.catalog.systems.flatMap((system) =>
    (system.boards ?? []).filter((board) => board.page === page).map((board) => ({ system, board }))
  );
}

/** A page that is made of the catalog's boards for it. */
export function boardPage(name: Extract<PageName, BoardPage>, model: AppModel): SceneAppPage {
  const { path, title, icon, question } = pages[name];
  const boards = boardsOf(model, name);
  const systems = [...new Set(boards.map(({ system }) => system))];
  return new SceneAppPage({
    title,
    titleIcon: icon,
    subTitle: question,
    url: pagePath(name),
    routePath: `${path}/*`,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene: () => boardsScene({ boards, systems, dataSources: model.dataSources }),
  });
}
