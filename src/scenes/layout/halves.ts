/** What a place in a row needs. */
interface Sized {
  columns: number;
  minWidthPx: number;
}

/** Places that stay together when a row is too narrow for all of them. */
export interface Group<T extends Sized> {
  cells: readonly T[];
  columns: number;
  minWidthPx: number;
}

const ALL_COLUMNS = 24;
const FEWEST_TO_HALVE = 4;
const GAP_PX = 8;

/**
 * Lines of 24 columns. A line of four or more is cut into two halves, so that it wraps to 3 + 3 where a plain row would
 * wrap to 5 + 1; a shorter line stays as it is.
 */
export function halves<T extends Sized>(cells: readonly T[]): Array<T | Group<T>> {
  return lines(cells).flatMap((line): Array<T | Group<T>> => {
    if (line.length < FEWEST_TO_HALVE) {
      return line;
    }
    const middle = Math.ceil(line.length / 2);
    return [group(line.slice(0, middle)), group(line.slice(middle))];
  });
}

function lines<T extends Sized>(cells: readonly T[]): T[][] {
  const result: T[][] = [];
  let used = ALL_COLUMNS;
  for (const cell of cells) {
    if (used + cell.columns > ALL_COLUMNS) {
      result.push([]);
      used = 0;
    }
    result.at(-1)?.push(cell);
    used += cell.columns;
  }
  return result;
}

function group<T extends Sized>(cells: readonly T[]): Group<T> {
  const sum = (of: (cell: T) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  return {
    cells,
    columns: sum(({ columns }) => columns),
    minWidthPx: sum(({ minWidthPx }) => minWidthPx) + GAP_PX * (cells.length - 1),
  };
}
