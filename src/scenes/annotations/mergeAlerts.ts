import { countOf } from '../../domain/format/format';

/** A mark of a graph, as far as merging looks at it. */
export interface MarkRow {
  time: number;
  timeEnd: number;
  isRegion: boolean;
  title: string;
  text: string;
  tags: string[];
  color: string;
}

/**
 * Alerts that fired at the same time as one area, in the colour of the worst: a graph tints each area, and ten of them
 * on top of each other would hide the lines. Other marks stay as they are.
 * @param rows by their start.
 * @param isAlert whether a row is the area of an alert.
 * @param isWorse whether a colour stands for something worse than another.
 */
export function mergeAlerts<T extends MarkRow>(
  rows: readonly T[],
  isAlert: (row: T) => boolean,
  isWorse: (color: string, than: string) => boolean
): T[] {
  const merged: T[] = [];
  let open: { row: T; texts: string[] } | undefined;
  for (const row of rows) {
    if (!isAlert(row) || !row.isRegion) {
      merged.push(row);
    } else if (open && row.time <= open.row.timeEnd) {
      const { row: area, texts } = open;
      texts.push(row.text);
      area.timeEnd = Math.max(area.timeEnd, row.timeEnd);
      area.title = `${countOf(texts.length, 'alert')} fired`;
      area.text = texts.join('; ');
      area.tags = [...new Set([...area.tags, ...row.tags])];
      area.color = isWorse(row.color, area.color) ? row.color : area.color;
    } else {
      open = { row: { ...row }, texts: [row.text] };
      merged.push(open.row);
    }
  }
  return merged;
}
