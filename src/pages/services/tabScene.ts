import { EmbeddedScene, type SceneObject, SceneVariableSet } from '@grafana/scenes';
import { type System } from '../../catalog/types';
import { BoardCell, BoardGrid, BoardRow } from '../../scenes/layout/BoardGrid';
import { pageControls } from '../../scenes/page/controls';
import { panelControls } from '../../scenes/page/pageScene';

const FULL_WIDTH = 24;

/** A tab with panels of the catalog, which it filters, compares and marks; the rest is the page's. */
export function panelsTabScene(system: System, rows: BoardRow[], behaviors: SceneObject[] = []): EmbeddedScene {
  const panels = panelControls([system]);
  return new EmbeddedScene({
    $variables: new SceneVariableSet({ variables: panels.variables }),
    $data: panels.$data,
    $behaviors: [...behaviors, ...panels.behaviors],
    // Selectors show the variables next to them: those of the page have to be named.
    controls: pageControls(['prometheus', 'jaeger', 'elasticsearch']),
    body: new BoardGrid({ rows }),
  });
}

/** A tab's scene. Time range, variables and shared data are the page's. */
export function tabScene(rows: BoardRow[], behaviors: SceneObject[] = []): EmbeddedScene {
  return new EmbeddedScene({ $behaviors: behaviors, controls: pageControls(), body: new BoardGrid({ rows }) });
}

/** A row that one thing fills; without a height it is as high as its content. */
export function fullRow(key: string, body: SceneObject, heightPx?: number, title?: string): BoardRow {
  return new BoardRow({ title, cells: [new BoardCell({ key, body, columns: FULL_WIDTH, minWidthPx: 0, heightPx })] });
}
