import { formatPercent } from '../format/format';

/**
 * What a number of traces means when only a share of all is kept (document 004: one in ten, and what is computed of
 * them has to say so).
 * @param keptRatio 0..1, as the sampling policy has it. @param isAll whether these are all that were kept.
 * @returns undefined when everything is kept, or nothing is known about it.
 */
export function samplingWords(count: number, keptRatio: number | undefined, isAll: boolean): string | undefined {
  if (keptRatio === undefined || !(keptRatio > 0) || keptRatio >= 1) {
    return undefined;
  }
  const share = `${formatPercent(keptRatio, 1)} sample by policy`;
  return isAll && count > 0 ? `${share}: about ${Math.round(count / keptRatio)} in all.` : `${share}.`;
}
