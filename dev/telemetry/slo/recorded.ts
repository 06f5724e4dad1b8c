import { builtInSystems } from '../../../src/catalog';
import { SLO_EVENTS, type Slo } from '../../../src/domain/slo/types';
import { OpenMetricsFile } from '../metrics/openmetrics-file';
import { labelText } from '../metrics/text';
import type { Labels, Of, SystemModel, TimeMs, World } from '../model';
import { eventRates } from './events';

/** Interval of the recording rules. */
export const RECORDING_STEP_MS = 300_000;

export interface RecordedSlo {
  slo: Slo;
  labels: Labels;
  total: Of<number>;
  bad: Of<number>;
}

/** The catalog's objectives whose metrics the models emit. */
export function recordedSlos(systems: readonly SystemModel[]): RecordedSlo[] {
  return builtInSystems.flatMap((described) => {
    const system = systems.find(({ id }) => id === described.id);
    return (described.slos ?? []).flatMap((slo) => {
      const rates = system && eventRates(system, slo.sli);
      const labels = {
        system: described.id,
        slo: slo.id,
        service: slo.service,
        ...(slo.tier ? { tier: slo.tier } : {}),
      };
      return rates ? [{ slo, labels, ...rates }] : [];
    });
  });
}

/**
 * Events of one rule interval that ends at `tMs`. `samples` points of the interval are averaged; one is enough far
 * back, more let the recent counts follow an incident's edges as the raw series do.
 */
export function eventsInInterval(rate: Of<number>, tMs: TimeMs, world: World, samples: number): number {
  const part = RECORDING_STEP_MS / samples;
  let sum = 0;
  for (let index = 0; index < samples; index += 1) {
    sum += rate(tMs - RECORDING_STEP_MS + (index + 0.5) * part, world);
  }
  return Math.round((sum / samples) * (RECORDING_STEP_MS / 1_000) * 1e3) / 1e3;
}

/** Writes the recorded counts in (fromMs, toMs]; finely from `fineFromMs` on. Returns the number of samples. */
export function writeRecordedSlos(
  path: string,
  slos: readonly RecordedSlo[],
  world: World,
  { fromMs, toMs, fineFromMs }: { fromMs: TimeMs; toMs: TimeMs; fineFromMs: TimeMs }
): number {
  const timesMs: TimeMs[] = [];
  for (
    let tMs = (Math.floor(fromMs / RECORDING_STEP_MS) + 1) * RECORDING_STEP_MS;
    tMs <= toMs;
    tMs += RECORDING_STEP_MS
  ) {
    timesMs.push(tMs);
  }
  // Time by time, not objective by objective: the world keeps its answers about one moment.
  const columns = slos.map(() => ({ total: [] as number[], bad: [] as number[] }));
  for (const tMs of timesMs) {
    const samples = tMs > fineFromMs ? 5 : 1;
    slos.forEach(({ total, bad }, index) => {
      columns[index]!.total.push(eventsInInterval(total, tMs, world, samples));
      columns[index]!.bad.push(eventsInInterval(bad, tMs, world, samples));
    });
  }
  const file = new OpenMetricsFile(path);
  for (const kind of ['total', 'bad'] as const) {
    file.family(SLO_EVENTS[kind], 'gauge', `Recorded ${kind} events of an objective in five minutes`);
    slos.forEach(({ labels }, index) => {
      file.samples(`${SLO_EVENTS[kind]}${labelText(labels)}`, timesMs, columns[index]![kind]);
    });
  }
  file.close();
  return file.sampleCount;
}
