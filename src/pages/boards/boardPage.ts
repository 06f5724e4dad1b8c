import { type AppModel } from '../../app/model';
import { type BoardPage } from '../../catalog/types';
import { type SystemBoard } from '../../scenes/board/boardsScene';

/** All boards that a page shows, by system. */
export function boardsOf(model: AppModel, page: BoardPage): SystemBoard[] {
  return model.catalog.systems.flatMap((system) =>
    (system.boards ?? []).filter((board) => board.page === page).map((board) => ({ system, board }))
  );
}
