import { type AlertPeriod } from '../changes/types';
import { countOf, formatDuration } from '../format/format';
import { aggregate } from '../promql/expressions';
import { renderSelector } from '../promql/matchers';
import { type Alert } from './types';

export const HISTORY_MS = 24 * 3_600_000;
/** One point for each; anything that fired in between counts, however short. */
export const HISTORY_STEP_MS = 5 * 60_000;
const WINDOW = '5m';
const LABELS = ['alertname', 'component', 'service', 'system'] as const;

/** When alerts of one name fired at one service, without overlaps, oldest first; Unix milliseconds. */
export type Spells = ReadonlyArray<readonly [fromMs: number, toMs: number]>;

/** PromQL for when the alerts of these names fired: one series for each name and service, however many instances. */
export function historyExpression(names: readonly string[]): string {
  const selector = renderSelector({ metric: 'ALERTS', where: { alertstate: 'firing', alertname: { anyOf: names } } });
  return aggregate('max', LABELS, `max_over_time(${selector}[${WINDOW}])`);
}

/** Under which an alert's spells are kept. */
export function historyKey({ name, labels }: Pick<Alert, 'name' | 'labels'>): string {
  return JSON.stringify([name, labels['system'] ?? '', labels['component'] ?? labels['service'] ?? '']);
}

/** The spells of each name and service, cut at the range. */
export function spellsByKey(
  periods: readonly AlertPeriod[],
  { fromMs, toMs }: { fromMs: number; toMs: number }
): Map<string, Spells> {
  const found = new Map<string, Array<[number, number]>>();
  // Oldest first, so that an overlap is always one with the last.
  for (const { name, system, component, beganMs = fromMs, endedMs = toMs } of periods) {
    const key = JSON.stringify([name, system, component]);
    const spells = found.get(key) ?? [];
    found.set(key, spells);
    const last = spells.at(-1);
    if (last && beganMs <= last[1]) {
      last[1] = Math.max(last[1], Math.min(endedMs, toMs));
    } else {
      spells.push([Math.max(beganMs, fromMs), Math.min(endedMs, toMs)]);
    }
  }
  return found;
}

/** The spells of the last 24 hours in a sentence. */
export function spellsInWords(spells: Spells): string {
  const firedMs = spells.reduce((sum, [from, to]) => sum + to - from, 0);
  if (spells.length === 0) {
    return 'Did not fire in the last 24 hours';
  }
  return firedMs >= HISTORY_MS
    ? 'Fired all the last 24 hours'
    : `Fired ${countOf(spells.length, 'time')} in the last 24 hours, ${formatDuration(firedMs)} in all`;
}
