import type { Draw, Latency, Of, OperationModel, SpanSpec } from '../model';
import { covering, inSequence, spanOf } from './spans';

/**
 * Latency of work done one after another. The sum of lognormals is close to a lognormal with the same mean and
 * variance (Fenton 1960, Wilkinson), so a slow dependency shows in its callers without being declared again there.
 */
export function inSeries(...parts: ReadonlyArray<Of<Latency>>): Of<Latency> {
  return (tMs, world) => {
    let mean = 0;
    let variance = 0;
    for (const part of parts) {
      const { median, sigma } = part(tMs, world);
      const partMean = median * Math.exp((sigma * sigma) / 2);
      mean += partMean;
      variance += partMean * partMean * Math.expm1(sigma * sigma);
    }
    const sigmaSquared = Math.log1p(variance / (mean * mean));
    return { median: mean * Math.exp(-sigmaSquared / 2), sigma: Math.sqrt(sigmaSquared) };
  };
}

/** An operation whose latency is its own work plus the calls that it makes. */
export interface CallingOperation extends OperationModel {
  /** Own work alone, in milliseconds. */
  ownMs: Of<Latency>;
}

/** Declares a `CallingOperation`; `calls` are the latencies (ms) of what it waits for, one after another. */
export function calling(
  operation: Omit<CallingOperation, 'latencyMs'>,
  calls: ReadonlyArray<Of<Latency>> = []
): CallingOperation {
  return { ...operation, latencyMs: inSeries(operation.ownMs, ...calls) };
}

type SpanDetails = Parameters<typeof spanOf>[2];

/**
 * Span of a `CallingOperation`: its calls one after another, wrapped in its own work, a third of it up front.
 * Consumer spans among the calls are placed by their own offset and not waited for.
 */
export function spanCalling(
  draw: Draw,
  operation: CallingOperation,
  failed: boolean,
  calls: SpanSpec[],
  details: SpanDetails = {}
): SpanSpec {
  const ownMs = draw.latency(operation.ownMs(draw.tMs, draw.world));
  const awaited = calls.filter((call) => call.kind !== 'consumer');
  const placed = inSequence(awaited, ownMs / 3);
  const later = calls.filter((call) => call.kind === 'consumer');
  return covering(
    spanOf(operation, { durationMs: ownMs, failed }, { ...details, children: [...placed, ...later] }),
    (ownMs * 2) / 3
  );
}
