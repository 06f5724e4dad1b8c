import type { FlowModel, Of, StampedLog, SystemId, SystemModel, TimeMs } from '../model';
import { SeededDraw } from '../engine/draw';
import { hexFrom, randomFrom } from '../engine/random';
import type { ScenarioWorld } from '../engine/world';
import { flattenTrace, stampLog, type FlatTrace } from './flatten';
import { momentsBetween } from './moments';

/** A log line on its way to the store. `id` is stable, so sending it twice leaves one document. */
export interface OutgoingLog {
  system: SystemId;
  id: string;
  log: StampedLog;
}
export interface TrafficSlice {
  traces: FlatTrace[];
  logs: OutgoingLog[];
}

/** Sampled requests and log lines that happen in (fromMs, toMs], ordered by time. */
export function trafficBetween(
  systems: readonly SystemModel[],
  world: ScenarioWorld,
  fromMs: TimeMs,
  toMs: TimeMs
): TrafficSlice {
  const traces = systems
    .flatMap((system) => tracesOf(system, world, fromMs, toMs))
    .sort((a, b) => a.spans[0]!.startMs - b.spans[0]!.startMs);
  const logs = [
    ...traces.flatMap((trace) =>
      trace.logs.map((log, index) => ({ system: trace.system, id: `${trace.traceId}-${index}`, log }))
    ),
    ...systems.flatMap((system) => [
      ...streamLogs(system, world, fromMs, toMs),
      ...deployLogs(system, world, fromMs, toMs),
    ]),
  ].sort((a, b) => a.log.tMs - b.log.tMs);
  return { traces, logs };
}

function tracesOf(system: SystemModel, world: ScenarioWorld, fromMs: TimeMs, toMs: TimeMs): FlatTrace[] {
  const draw = (flow: FlowModel, key: string, perMinute: Of<number>): FlatTrace[] =>
    momentsBetween(`${key}/${system.id}/${flow.id}`, perMinute, world, world.seed, fromMs, toMs).map(
      ({ tMs, seedParts }) => {
        const draws = new SeededDraw(tMs, world, randomFrom(...seedParts));
        return flattenTrace(system.id, draws.traceId, tMs, flow.build(draws), world);
      }
    );
  return system.flows.flatMap((flow) => [
    ...draw(flow, 'flow', flow.samplesPerMinute),
    ...(flow.errorCandidatesPerMinute ? draw(flow, 'tail', flow.errorCandidatesPerMinute).filter(hasError) : []),
  ]);
}

function hasError({ spans }: FlatTrace): boolean {
  return spans.some(({ status }) => status === 'error');
}

function streamLogs(system: SystemModel, world: ScenarioWorld, fromMs: TimeMs, toMs: TimeMs): OutgoingLog[] {
  return system.logStreams.flatMap((stream) =>
    momentsBetween(`logs/${system.id}/${stream.id}`, stream.perMinute, world, world.seed, fromMs, toMs).map(
      ({ tMs, seedParts }) => {
        const draw = new SeededDraw(tMs, world, randomFrom(...seedParts));
        return { system: system.id, id: draw.traceId, log: stampLog(stream.build(draw), tMs, world) };
      }
    )
  );
}

function deployLogs(system: SystemModel, world: ScenarioWorld, fromMs: TimeMs, toMs: TimeMs): OutgoingLog[] {
  return system.deploys.flatMap(({ service, version, beforeEndMs, logs = [] }) => {
    const atMs = world.anchorMs - beforeEndMs;
    if (atMs <= fromMs || atMs > toMs) {
      return [];
    }
    const random = randomFrom(world.seed, 'deploy', service, version, atMs);
    return logs.map((log) => ({ system: system.id, id: hexFrom(random, 32), log: stampLog(log, atMs, world) }));
  });
}
