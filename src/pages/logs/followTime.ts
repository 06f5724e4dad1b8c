import { type SceneTimeRangeLike } from '@grafana/scenes';

const REFRESH_EVERY_MS = 5000;

/**
 * Lets the end of a time range follow the clock: graph, counts and lines then show what comes. A range that stands still
 * becomes as long a one that ends now. Nothing is asked for while nobody looks.
 * @returns what ends it.
 */
export function followTime(timeRange: SceneTimeRangeLike): () => void {
  const { from, to } = timeRange.state.value;
  if (!timeRange.state.to.startsWith('now')) {
    const minutes = Math.max(1, Math.round((to.valueOf() - from.valueOf()) / 60_000));
    timeRange.onTimeRangeChange({ ...timeRange.state.value, raw: { from: `now-${minutes}m`, to: 'now' } });
  }
  const timer = setInterval(() => !document.hidden && timeRange.onRefresh(), REFRESH_EVERY_MS);
  return () => clearInterval(timer);
}
