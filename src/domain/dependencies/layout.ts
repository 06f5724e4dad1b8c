/** Where a box stands, in pixels. */
export interface Box {
  x: number;
  y: number;
  widthPx: number;
  heightPx: number;
}

export interface GraphLayout {
  widthPx: number;
  heightPx: number;
  centre: Box;
  upstream: readonly Box[];
  downstream: readonly Box[];
}

const BOX_HEIGHT_PX = 46;
const ROW_GAP_PX = 12;
const MAX_BOX_WIDTH_PX = 220;
/** The least room for a line with its label. */
const LINE_WIDTH_PX = 64;
const MARGIN_PX = 2;

/**
 * Three columns: who calls, the service itself, whom it calls. Each is centred on the tallest one; an empty column
 * leaves its room to the others.
 * @param widthPx room for the whole graph.
 */
export function layoutNeighbours(upstreamCount: number, downstreamCount: number, widthPx: number): GraphLayout {
  const sides = Number(upstreamCount > 0) + Number(downstreamCount > 0);
  const columns = 1 + sides;
  const room = (widthPx - 2 * MARGIN_PX - sides * LINE_WIDTH_PX) / columns;
  const boxWidthPx = Math.max(0, Math.min(MAX_BOX_WIDTH_PX, room));
  const step = columns === 1 ? 0 : (widthPx - 2 * MARGIN_PX - boxWidthPx) / (columns - 1);
  const rows = Math.max(1, upstreamCount, downstreamCount);
  const heightPx = rows * BOX_HEIGHT_PX + (rows - 1) * ROW_GAP_PX + 2 * MARGIN_PX;
  const box = (column: number, row: number, count: number): Box => ({
    x: MARGIN_PX + column * step,
    y: (heightPx - count * BOX_HEIGHT_PX - (count - 1) * ROW_GAP_PX) / 2 + row * (BOX_HEIGHT_PX + ROW_GAP_PX),
    widthPx: boxWidthPx,
    heightPx: BOX_HEIGHT_PX,
  });
  const boxes = (column: number, count: number) => Array.from({ length: count }, (_, row) => box(column, row, count));
  const centreColumn = upstreamCount > 0 ? 1 : 0;
  return {
    widthPx,
    heightPx,
    centre: box(centreColumn, 0, 1),
    upstream: boxes(0, upstreamCount),
    downstream: boxes(centreColumn + 1, downstreamCount),
  };
}

/** A smooth line from the right edge of a box to the left edge of another one, as an SVG path. */
export function edgePath(from: Box, to: Box): string {
  const [x1, y1] = [from.x + from.widthPx, from.y + from.heightPx / 2];
  const [x2, y2] = [to.x, to.y + to.heightPx / 2];
  const bend = (x2 - x1) / 2;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
