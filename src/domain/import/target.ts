import { type Cursor } from './cursor';

/**
 * A target in percent (99.9) as a ratio (0.999).
 * @returns undefined, with an error reported, when it is missing or leaves no budget.
 */
export function percentTarget(cursor: Cursor): number | undefined {
  if (!cursor.exists) {
    cursor.error('is missing');
    return undefined;
  }
  const percent = cursor.number();
  return percent === undefined ? undefined : checkedTarget(cursor, percent / 100, 'percent, such as 99.9');
}

/** A target as a ratio (0.999). */
export function ratioTarget(cursor: Cursor): number | undefined {
  const ratio = cursor.number();
  return ratio === undefined ? undefined : checkedTarget(cursor, ratio, 'a ratio, such as 0.999');
}

function checkedTarget(cursor: Cursor, ratio: number, unit: string): number | undefined {
  if (ratio >= 1) {
    cursor.error(`must leave an error budget: below 100 % (it is in ${unit})`);
    return undefined;
  }
  if (ratio <= 0) {
    cursor.error(`must be above 0 (it is in ${unit})`);
    return undefined;
  }
  // Without the noise of a division by 100.
  return Number(ratio.toPrecision(12));
}
