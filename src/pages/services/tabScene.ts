import { EmbeddedScene, type SceneObject } from '@grafana/scenes';
import { BoardCell, BoardGrid, BoardRow } from '../../scenes/layout/BoardGrid';
import { pageControls } from '../../scenes/page/controls';

const FULL_WIDTH = 24;

/** A tab's scene. Time range, variables and shared data are the page's. */
export function tabScene(rows: BoardRow[], behaviors: SceneObject[] = []): EmbeddedScene {
  return new EmbeddedScene({ $behaviors: behaviors, controls: pageControls(), body: new BoardGrid({ rows }) });
}

/** A row that one thing fills; without a height it is as high as its content. */
export function fullRow(key: string, body: SceneObject, heightPx?: number, title?: string): BoardRow {
  return new BoardRow({ title, cells: [new BoardCell({ key, body, columns: FULL_WIDTH, minWidthPx: 0, heightPx })] });
}
