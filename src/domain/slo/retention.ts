import { countOf } from '../format/format';

const DAY_SECONDS = 86_400;

/**
 * What is wrong when objectives look further back than metrics are kept: their attainment would rest on a part of the
 * window, and look better or worse than it is.
 * @param retentionSeconds of the metrics store; undefined or 0 when it does not say, or knows no limit of time.
 * @param windowDays windows of the objectives.
 * @returns undefined when every window fits, or nothing is known.
 */
export function retentionWarning(
  retentionSeconds: number | undefined,
  windowDays: readonly number[]
): string | undefined {
  if (retentionSeconds === undefined || !(retentionSeconds > 0)) {
    return undefined;
  }
  const keptDays = retentionSeconds / DAY_SECONDS;
  const longer = windowDays.filter((days) => days > keptDays);
  if (longer.length === 0) {
    return undefined;
  }
  const longest = Math.max(...longer);
  const kept = Number(keptDays.toFixed(1));
  return (
    `Prometheus keeps metrics for ${countOf(kept, 'day')}, and ${countOf(longer.length, 'objective')} ` +
    `${longer.length === 1 ? 'looks' : 'look'} back up to ${longest}: what is older is missing from attainment and budget. ` +
    `Keep metrics for ${longest} days, or read them from a store that does.`
  );
}
