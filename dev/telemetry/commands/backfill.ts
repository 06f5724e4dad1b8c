import { rmSync } from 'node:fs';
import { IncidentSchedule } from '../engine/incidents';
import { ScenarioWorld } from '../engine/world';
import { CELL_MS, cellStart, Fleet } from '../metrics/fleet';
import { recordLongHistory } from '../metrics/long-history';
import { writeRecording } from '../metrics/openmetrics-file';
import { recordFleet } from '../metrics/recording';
import type { SystemModel, TimeMs } from '../model';
import { recordedSlos, writeRecordedSlos } from '../slo/recorded';
import { TelemetryFiles, type Counters, type Manifest } from '../store/files';
import { IncidentTraces, manifestIncidents } from './manifest';
import { sendTraffic, type TrafficTargets } from './send-traffic';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const RAW_STEP_MS = 2 * CELL_MS;
export interface BackfillOptions extends TrafficTargets {
  outDir: string;
  seed: number;
  /** Length of raw series, traces and logs. */
  hours: number;
  /** Length of the coarse series of what is read over more than `hours`; without it there are none. */
  longHours?: number;
  /** Length of recorded event counts. */
  days: number;
  /** Fills only what is missing since then, with the seed and the anchor of the first backfill. */
  sinceMs?: TimeMs;
  endMs?: TimeMs;
  /** False with a history: sends its traces and logs once more, for a server that has forgotten them. */
  withMetrics: boolean;
}

/** The stretch of time to write, and where the counters start. */
interface Plan {
  seed: number;
  anchorMs: TimeMs;
  startMs: TimeMs;
  endMs: TimeMs;
  recordedStartMs: TimeMs;
  /** Where coarse series start, when there are any. */
  longStartMs?: TimeMs;
  earlier?: { manifest: Manifest; counters: Counters };
}

function plan(options: BackfillOptions, files: TelemetryFiles): Plan {
  const endMs = cellStart(options.endMs ?? Date.now());
  const manifest = files.readManifest();
  const counters = files.readCounters();
  if (options.sinceMs !== undefined && manifest && counters) {
    const startMs = Math.max(cellStart(options.sinceMs), counters.atMs);
    const { seed, anchorMs } = manifest;
    return { seed, anchorMs, startMs, endMs, recordedStartMs: startMs, earlier: { manifest, counters } };
  }
  const startMs = options.sinceMs ?? endMs - options.hours * HOUR_MS;
  return {
    seed: options.seed,
    anchorMs: endMs,
    startMs: cellStart(startMs),
    endMs,
    recordedStartMs: endMs - options.days * DAY_MS,
    ...(options.sinceMs === undefined && options.longHours !== undefined
      ? { longStartMs: cellStart(endMs - options.longHours * HOUR_MS) }
      : {}),
  };
}

/** Writes the past: OpenMetrics files, spans, logs, manifest and the state from which live counters go on. */
export async function backfill(systems: readonly SystemModel[], options: BackfillOptions): Promise<Manifest> {
  const files = new TelemetryFiles(options.outDir);
  if (!options.withMetrics) {
    const history = { manifest: files.readManifest(), counters: files.readCounters() };
    if (history.manifest && history.counters) {
      return sendAgain(systems, options, files, history.manifest, history.counters);
    }
  }
  const planned = plan(options, files);
  const { seed, anchorMs, startMs, endMs, recordedStartMs, earlier } = planned;
  if (endMs <= startMs) {
    throw new Error(
      `Nothing to fill: ${new Date(startMs).toISOString()} is not before ${new Date(endMs).toISOString()}.`
    );
  }
  const schedule = new IncidentSchedule(
    systems.flatMap(({ incidents }) => incidents),
    anchorMs,
    earlier?.counters.actions
  );
  const world = new ScenarioWorld(seed, anchorMs, systems, schedule);
  const incidentTraces = new IncidentTraces();
  const trafficStartMs = Math.min(startMs, earlier?.counters.trafficMs ?? startMs);
  const sent = await sendTraffic(systems, world, trafficStartMs, endMs, options, incidentTraces);

  const fleet = new Fleet(systems, world, startMs);
  if (earlier) {
    fleet.restore(earlier.counters);
    fleet.advance(startMs);
  } else {
    fleet.age();
  }
  const written = writeMetrics(systems, fleet, world, files, planned, options);
  files.writeCounters({ ...fleet.totals(), trafficMs: endMs, actions: schedule.actions });

  const historyStartMs = earlier?.manifest.startMs ?? startMs;
  const happened = manifestIncidents(systems, schedule.all(), incidentTraces, endMs);
  const manifest: Manifest = {
    seed,
    anchorMs,
    startMs: historyStartMs,
    endMs,
    recordedStartMs: earlier?.manifest.recordedStartMs ?? recordedStartMs,
    incidents: mergeTraces(
      happened.filter((incident) => (incident.endMs ?? endMs) >= historyStartMs),
      earlier?.manifest.incidents ?? []
    ),
    earlierIncidents: happened.filter((incident) => (incident.endMs ?? endMs) < historyStartMs),
    counts: { ...sent, ...written },
  };
  files.writeManifest(manifest);
  return manifest;
}

/** Metrics and manifest stay as they are; the traffic up to now is sent as it was, and the live mode goes on from there. */
async function sendAgain(
  systems: readonly SystemModel[],
  options: BackfillOptions,
  files: TelemetryFiles,
  manifest: Manifest,
  counters: Counters
): Promise<Manifest> {
  const endMs = options.endMs ?? Date.now();
  const startMs = options.sinceMs ?? endMs - options.hours * HOUR_MS;
  const schedule = new IncidentSchedule(
    systems.flatMap(({ incidents }) => incidents),
    manifest.anchorMs,
    counters.actions
  );
  const world = new ScenarioWorld(manifest.seed, manifest.anchorMs, systems, schedule);
  await sendTraffic(systems, world, startMs, endMs, options, new IncidentTraces());
  files.writeCounters({ ...counters, trafficMs: Math.max(counters.trafficMs, endMs) });
  return manifest;
}

/** Traces of incidents that an earlier backfill listed stay listed. */
function mergeTraces(now: Manifest['incidents'], before: Manifest['incidents']): Manifest['incidents'] {
  return now.map((incident) => {
    const known = before.find(({ id, startMs }) => id === incident.id && startMs === incident.startMs);
    return known ? { ...incident, traceIds: [...new Set([...known.traceIds, ...incident.traceIds])] } : incident;
  });
}

function writeMetrics(
  systems: readonly SystemModel[],
  fleet: Fleet,
  world: ScenarioWorld,
  files: TelemetryFiles,
  { startMs, endMs, recordedStartMs, longStartMs = startMs }: Plan,
  { withMetrics, report }: BackfillOptions
): Record<string, number> {
  if (!withMetrics) {
    fleet.advance(endMs);
    return {};
  }
  let longSamples = 0;
  if (longStartMs < startMs) {
    const stretch = { fromMs: longStartMs, shortMs: endMs - startMs };
    longSamples = writeRecording(files.openMetrics('long.om'), recordLongHistory(systems, fleet, world, stretch));
  } else {
    rmSync(files.openMetrics('long.om'), { force: true });
  }
  const recording = recordFleet(fleet, startMs, endMs, RAW_STEP_MS);
  fleet.advance(endMs);
  const rawSamples = writeRecording(files.openMetrics('raw.om'), recording);
  const slos = recordedSlos(systems);
  const recordedSamples = writeRecordedSlos(files.openMetrics('slo.om'), slos, world, {
    fromMs: recordedStartMs,
    toMs: endMs,
    fineFromMs: startMs,
  });
  const rawSeries = recording.series.reduce((sum, { columns }) => sum + columns.length, 0) + recording.up.length;
  report(
    `raw series ${rawSeries}, samples ${rawSamples}; coarse samples ${longSamples}; objectives ${slos.length}, recorded samples ${recordedSamples}`
  );
  return { rawSeries, rawSamples, longSamples, objectives: slos.length, recordedSamples };
}
