import { builtInSystems, type System } from '../../../src/catalog';
import { compareOperations } from '../../../src/domain/anomalies/compare';
import { type Comparison } from '../../../src/domain/anomalies/types';
import { comparedWindows, RECENT_MS } from '../../../src/domain/anomalies/windows';
import { askSpanMetrics } from '../../../src/scenes/anomalies/askRoutes';
import { valueOf } from '../datasources/support/window';
import { type Incident, manifest } from '../runbooks/support';

const HOUR_MS = 3_600_000;
/** How far back the generator plays the metrics of spans, and how much of that a baseline needs at least. */
const HISTORY_MS = 25 * HOUR_MS;
const SHORTEST_BASELINE_MS = 5 * HOUR_MS;

export function systemNamed(id: string): System {
  const found = builtInSystems.find((system) => system.id === id);
  if (!found) {
    throw new Error(`The catalog has no system ${id}.`);
  }
  return found;
}

/** The hour up to a time against its day, from the metrics of spans. */
export async function compareAt(system: System, toMs: number): Promise<Comparison[]> {
  const question = { dataSourceUid: 'prometheus', windows: comparedWindows(toMs), systems: [system] };
  const { pairs, notes } = valueOf(await askSpanMetrics({ ...question, signal: new AbortController().signal }));
  expect(notes).toEqual([]);
  return compareOperations(pairs);
}

/** The end of an incident, or of the history when it goes on: the hour up to there has the most of it. */
export function endOf({ endMs }: Incident): number {
  return Math.min(endMs ?? manifest.endMs, manifest.endMs);
}

/** Ends of hours without any incident in a system, spread over the history. What burns for weeks is everyday life. */
export function quietHours(systemId: string, most: number): number[] {
  const incidents = [...manifest.incidents, ...manifest.earlierIncidents].filter(
    ({ system, kind }) => system === systemId && kind !== 'budget-burn-slow'
  );
  const times: number[] = [];
  const firstMs = manifest.endMs - HISTORY_MS + SHORTEST_BASELINE_MS + RECENT_MS;
  for (let toMs = firstMs; toMs <= manifest.endMs; toMs += HOUR_MS / 4) {
    const isOn = incidents.some(({ startMs, endMs }) => startMs < toMs && (endMs ?? Infinity) > toMs - RECENT_MS);
    if (!isOn) {
      times.push(toMs);
    }
  }
  const step = Math.max(1, times.length / most);
  return Array.from({ length: Math.min(most, times.length) }, (_, index) => times[Math.floor(index * step)] as number);
}
