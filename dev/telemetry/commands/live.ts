import { IncidentSchedule } from '../engine/incidents';
import { ScenarioWorld } from '../engine/world';
import { LogSender } from '../logs/elasticsearch';
import { Exemplars } from '../metrics/exemplars';
import { cellStart, Fleet } from '../metrics/fleet';
import type { SystemModel, TimeMs } from '../model';
import { elasticsearchMetrics } from '../self/elasticsearch-probe';
import { OwnMetrics } from '../self/own-metrics';
import { liveServer } from '../server/server';
import { otlpExporter, SpanSender } from '../spans/otlp';
import { TelemetryFiles } from '../store/files';
import { LiveTraffic } from '../traffic/live-traffic';

const SEND_EVERY_MS = 2_000;
const SAVE_EVERY_MS = 30_000;

export interface LiveOptions {
  outDir: string;
  /** Used when there was no backfill. */
  seed: number;
  host: string;
  port: number;
  jaegerOtlpUrl?: string;
  elasticsearchUrl?: string;
  report(line: string): void;
}

/** Goes on from where the backfill (or an earlier live run) stopped, until `stop`. */
export async function live(
  systems: readonly SystemModel[],
  options: LiveOptions
): Promise<{ url: string; stop(): Promise<void> }> {
  const files = new TelemetryFiles(options.outDir);
  const manifest = files.readManifest();
  const counters = files.readCounters();
  const nowMs = Date.now();
  const anchorMs = manifest?.anchorMs ?? cellStart(nowMs);
  const schedule = new IncidentSchedule(
    systems.flatMap(({ incidents }) => incidents),
    anchorMs,
    counters?.actions
  );
  const world = new ScenarioWorld(manifest?.seed ?? options.seed, anchorMs, systems, schedule);
  const fleet = new Fleet(systems, world, counters?.atMs ?? nowMs);
  if (counters) {
    fleet.restore(counters);
    fleet.advance(nowMs);
  } else {
    fleet.age();
  }
  const exemplars = new Exemplars(fleet);
  const spans = options.jaegerOtlpUrl ? new SpanSender(systems, otlpExporter(options.jaegerOtlpUrl)) : undefined;
  const logs = options.elasticsearchUrl ? new LogSender(systems, options.elasticsearchUrl) : undefined;
  const { elasticsearchUrl } = options;
  const own = new OwnMetrics([...(spans ? ['jaeger' as const] : []), ...(logs ? ['elasticsearch' as const] : [])]);
  const traffic = new LiveTraffic(
    systems,
    world,
    { spans, logs, exemplars, own, report: options.report },
    counters?.trafficMs ?? nowMs
  );
  await traffic.prepare();

  const save = (): void => {
    const tMs: TimeMs = Date.now();
    fleet.advance(tMs);
    files.writeCounters({ ...fleet.totals(), trafficMs: traffic.sentUntilMs, actions: schedule.actions });
  };
  const server = liveServer({
    fleet,
    exemplars,
    schedule,
    systems,
    now: Date.now,
    own,
    probeElasticsearch: elasticsearchUrl === undefined ? undefined : () => elasticsearchMetrics(elasticsearchUrl),
    onChange: save,
  });
  const url = await server.listen({ host: options.host, port: options.port });
  const sending = setInterval(() => void traffic.sendUntil(Date.now()), SEND_EVERY_MS);
  const saving = setInterval(save, SAVE_EVERY_MS);
  return {
    url,
    stop: async () => {
      clearInterval(sending);
      clearInterval(saving);
      await server.close();
      await traffic.sendUntil(Date.now());
      await spans?.shutdown();
      save();
    },
  };
}
