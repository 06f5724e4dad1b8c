import type { ScenarioWorld } from '../engine/world';
import { LogSender } from '../logs/elasticsearch';
import type { SystemModel, TimeMs } from '../model';
import { otlpExporter, SpanSender } from '../spans/otlp';
import { trafficBetween } from '../traffic/traffic';
import type { IncidentTraces } from './manifest';

/** Traffic is generated and sent in slices, so that memory stays flat. */
const SLICE_MS = 600_000;

export interface TrafficTargets {
  jaegerOtlpUrl?: string;
  elasticsearchUrl?: string;
  report(line: string): void;
}

/**
 * Generates the traces and logs of (startMs, endMs], sends them to whatever target is given, and notes the traces that
 * incidents spoiled. Returns how much it was. Rejects when a target refuses or is not there.
 */
export async function sendTraffic(
  systems: readonly SystemModel[],
  world: ScenarioWorld,
  startMs: TimeMs,
  endMs: TimeMs,
  { jaegerOtlpUrl, elasticsearchUrl, report }: TrafficTargets,
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
