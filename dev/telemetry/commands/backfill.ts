import { IncidentSchedule } from '../engine/incidents';
import { ScenarioWorld } from '../engine/world';
import { LogSender } from '../logs/elasticsearch';
import { CELL_MS, cellStart, Fleet } from '../metrics/fleet';
import { writeRecording } from '../metrics/openmetrics-file';
import { recordFleet } from '../metrics/recording';
import type { SystemModel, TimeMs } from '../model';
import { recordedSlos, writeRecordedSlos } from '../slo/recorded';
import { otlpExporter, SpanSender } from '../spans/otlp';
import { TelemetryFiles, type Counters, type Manifest } from '../store/files';
import { trafficBetween } from '../traffic/traffic';
import { IncidentTraces, manifestIncidents } from './manifest';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const RAW_STEP_MS = 2 * CELL_MS;
/** Traffic is generated and sent in slices, so that memory stays flat. */
const SLICE_MS = 600_000;

export interface BackfillOptions {
  outDir: string;
  seed: number;
  /** Length of raw series, traces and logs. */
  hours: number;
  /** Length of recorded event counts. */
  days: number;
  /** Fills only what is missing since then, with the seed and the anchor of the first backfill. */
  sinceMs?: TimeMs;
  endMs?: TimeMs;
  jaegerOtlpUrl?: string;
  elasticsearchUrl?: string;
  withMetrics: boolean;
  report(line: string): void;
}

/** The stretch of time to write, and where the counters start. */
interface Plan {
  seed: number;
  anchorMs: TimeMs;
  startMs: TimeMs;
  endMs: TimeMs;
  recordedStartMs: TimeMs;
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
  };
}

/** Writes the past: OpenMetrics files, spans, logs, manifest and the state from which live counters go on. */
export async function backfill(systems: readonly SystemModel[], options: BackfillOptions): Promise<Manifest> {
  const files = new TelemetryFiles(options.outDir);
  const { seed, anchorMs, startMs, endMs, recordedStartMs, earlier } = plan(options, files);
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
  const trafficStartMs = earlier ? Math.min(earlier.counters.trafficMs, startMs) : startMs;

  const counts: Record<string, number> = {};
  Object.assign(counts, await sendTraffic(systems, world, trafficStartMs, endMs, options, incidentTraces));

  let counters = earlier?.counters;
  if (options.withMetrics || !counters) {
    const fleet = new Fleet(systems, world, startMs);
    if (earlier) {
      fleet.restore(earlier.counters);
      fleet.advance(startMs);
    } else {
      fleet.age();
    }
    Object.assign(counts, writeMetrics(systems, fleet, world, files, { startMs, endMs, recordedStartMs }, options));
    counters = { ...fleet.totals(), trafficMs: endMs, actions: schedule.actions };
  }
  files.writeCounters({ ...counters, trafficMs: endMs });

  const manifest: Manifest = {
    seed,
    anchorMs,
    startMs: earlier?.manifest.startMs ?? startMs,
    endMs,
    recordedStartMs: earlier?.manifest.recordedStartMs ?? recordedStartMs,
    incidents: mergeTraces(
      manifestIncidents(systems, schedule.all(), incidentTraces, earlier?.manifest.startMs ?? startMs, endMs),
      earlier?.manifest.incidents ?? []
    ),
    earlierIncidents: manifestIncidents(
      systems,
      schedule.all().map(({ model, occurrences }) => ({
        model,
        occurrences: occurrences.filter((one) => (one.endMs ?? endMs) < startMs),
      })),
      incidentTraces,
      0,
      endMs
    ),
    counts,
  };
  files.writeManifest(manifest);
  return manifest;
}

/** Traces of incidents that an earlier backfill listed stay listed. */
function mergeTraces(now: Manifest['incidents'], before: Manifest['incidents']): Manifest['incidents'] {
  return now.map((incident) => {
    const known = before.find(({ id, startMs }) => id === incident.id && startMs === incident.startMs);
    return known ? { ...incident, traceIds: [...new Set([...known.traceIds, ...incident.traceIds])] } : incident;
  });
}

async function sendTraffic(
  systems: readonly SystemModel[],
  world: ScenarioWorld,
  startMs: TimeMs,
  endMs: TimeMs,
  { jaegerOtlpUrl, elasticsearchUrl, report }: BackfillOptions,
  incidentTraces: IncidentTraces
): Promise<Record<string, number>> {
  const spans = jaegerOtlpUrl ? new SpanSender(systems, otlpExporter(jaegerOtlpUrl)) : undefined;
  const logs = elasticsearchUrl ? new LogSender(systems, elasticsearchUrl) : undefined;
  await logs?.putTemplates();
  let traces = 0;
  let sending: Promise<unknown> = Promise.resolve();
  for (let fromMs = startMs; fromMs < endMs; fromMs += SLICE_MS) {
    const slice = trafficBetween(systems, world, fromMs, Math.min(endMs, fromMs + SLICE_MS));
    incidentTraces.add(slice.traces);
    traces += slice.traces.length;
    // The servers work on one slice while the next one is generated.
    await sending;
    spans?.add(slice.traces);
    logs?.add(slice.logs);
    sending = Promise.all([spans?.flush(), logs?.flush()]);
  }
  await sending;
  await spans?.shutdown();
  report(`traces ${traces}, spans ${spans?.sentCount ?? 'not sent'}, logs ${logs?.sentCount ?? 'not sent'}`);
  return { traces, spans: spans?.sentCount ?? 0, logs: logs?.sentCount ?? 0 };
}

function writeMetrics(
  systems: readonly SystemModel[],
  fleet: Fleet,
  world: ScenarioWorld,
  files: TelemetryFiles,
  { startMs, endMs, recordedStartMs }: Pick<Plan, 'startMs' | 'endMs' | 'recordedStartMs'>,
  { withMetrics, report }: BackfillOptions
): Record<string, number> {
  if (!withMetrics) {
    fleet.advance(endMs);
    return {};
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
    `raw series ${rawSeries}, samples ${rawSamples}; objectives ${slos.length}, recorded samples ${recordedSamples}`
  );
  return { rawSeries, rawSamples, objectives: slos.length, recordedSamples };
}
