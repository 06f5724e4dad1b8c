import { alertPlaces } from '../../src/catalog/alertPlaces';
import { builtInSystems } from '../../src/catalog/packs';
import { onCall } from '../../src/domain/incidents/onCall';
import { manyAlerts, manySilences } from './manyAlerts';

const SIZES = [1_250, 2_500, 5_000, 10_000, 20_000, 40_000];
const SILENCES = 100;
const RUNS = 5;
/** Near-linear: a doubling may cost this much more. */
const LIMIT_PER_DOUBLING = 2.6;
const LIMIT_AT_5_000_MS = 100;

/** Prints how long it takes to sort firing alerts into likely incidents. @returns what is over its limit. */
export function benchAlertGroups(): string[] {
  console.log(`\nAlerts into likely incidents, with ${SILENCES} silences, fastest of ${RUNS}`);
  console.log(`  ${'alerts'.padStart(8)} ${'ms'.padStart(8)} ${'×/doubling'.padStart(11)} ${'groups'.padStart(8)}`);
  const complaints: string[] = [];
  const nowMs = Date.now();
  const places = alertPlaces(builtInSystems);
  const silences = manySilences(SILENCES, nowMs);
  let previousMs: number | undefined;
  for (const count of SIZES) {
    const alerts = manyAlerts(count, builtInSystems, nowMs);
    let [ms, groups] = [Infinity, 0];
    for (let run = 0; run < RUNS; run++) {
      const startMs = performance.now();
      groups = onCall(alerts, silences, places, nowMs).groups.length;
      ms = Math.min(ms, performance.now() - startMs);
    }
    const ratio = previousMs === undefined ? undefined : ms / previousMs;
    console.log(
      `  ${String(count).padStart(8)} ${ms.toFixed(1).padStart(8)} ${(ratio?.toFixed(2) ?? '').padStart(11)} ${String(groups).padStart(8)}`
    );
    if (count === 5_000 && ms > LIMIT_AT_5_000_MS) {
      complaints.push(`5,000 alerts were grouped in ${ms.toFixed(0)} ms, more than ${LIMIT_AT_5_000_MS}`);
    }
    if (ratio !== undefined && count >= 10_000 && ratio > LIMIT_PER_DOUBLING) {
      complaints.push(`grouping ${count} alerts took ${ratio.toFixed(2)} times as long as half of them`);
    }
    previousMs = ms;
  }
  return complaints;
}
