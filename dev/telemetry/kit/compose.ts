import type { Draw, Latency, Of, OperationModel, SpanSpec } from '../model';
import { covering, inSequence, spanOf } from './spans';

/**
 * Latency of work done one after another. The sum of lognormals is close to a lognormal with the same mean and
 * variance (Fenton 1960), so a slow dependency shows in its callers without being declared again there.
 */
export function inSeries(...parts: ReadonlyArray<Of<Latency>>): Of<Latency> {
  return (tMs, world) => {
    const moments = parts.map((part) => momentsOf(part(tMs, world)));
    return withMoments({
      mean: moments.reduce((sum, { mean }) => sum + mean, 0),
      variance: moments.reduce((sum, { variance }) => sum + variance, 0),
    });
  };
}

/** What a caller waits for and depends on. */
export type Callee = Pick<OperationModel, 'latencyMs' | 'errorRatio'>;

/** A call that goes to one of several operations; shares sum to 1. Mean and variance of the mixture are kept. */
export function oneOf(choices: ReadonlyArray<readonly [operation: Callee, share: number]>): Callee {
  return {
    latencyMs: (tMs, world) => {
      const parts = choices.map(([{ latencyMs }, share]) => ({ share, ...momentsOf(latencyMs(tMs, world)) }));
      const mean = parts.reduce((sum, part) => sum + part.share * part.mean, 0);
      const square = parts.reduce((sum, part) => sum + part.share * (part.variance + part.mean ** 2), 0);
      return withMoments({ mean, variance: square - mean ** 2 });
    },
    errorRatio: (tMs, world) =>
      choices.reduce((sum, [{ errorRatio }, share]) => sum + share * errorRatio(tMs, world), 0),
  };
}

interface Moments {
  mean: number;
  variance: number;
}
function momentsOf({ median, sigma }: Latency): Moments {
  const mean = median * Math.exp((sigma * sigma) / 2);
  return { mean, variance: mean * mean * Math.expm1(sigma * sigma) };
}
function withMoments({ mean, variance }: Moments): Latency {
  const sigmaSquared = Math.log1p(variance / (mean * mean));
  return { median: mean * Math.exp(-sigmaSquared / 2), sigma: Math.sqrt(sigmaSquared) };
}

/** Probability that at least one of independent parts fails. */
export function anyFails(...parts: ReadonlyArray<Of<number>>): Of<number> {
  return (tMs, world) => 1 - parts.reduce((allGood, part) => allGood * (1 - part(tMs, world)), 1);
}

/** An operation whose latency and failures are its own plus those of the calls that it waits for. */
export interface CallingOperation extends OperationModel {
  /** Own work alone, in milliseconds. */
  ownMs: Of<Latency>;
  /** Failures of its own making, in [0, 1]. */
  ownErrorRatio: Of<number>;
}

/** Declares a `CallingOperation`; `calls` are made one after another and fail it when they fail. */
export function calling(
  own: Omit<CallingOperation, 'latencyMs' | 'errorRatio'>,
  calls: readonly Callee[] = []
): CallingOperation {
  return {
    ...own,
    latencyMs: inSeries(own.ownMs, ...calls.map((call) => call.latencyMs)),
    errorRatio: anyFails(own.ownErrorRatio, ...calls.map((call) => call.errorRatio)),
  };
}

/** How one drawn call went. */
export interface CallOutcome {
  failed: boolean;
  /** Failed by itself; otherwise one of its calls is to blame. */
  byItself: boolean;
  durationMs: number;
}

type SpanDetails = NonNullable<Parameters<typeof spanOf>[2]>;

/**
 * Span of one call of `operation`: its calls one after another, wrapped in its own work, a third of it up front.
 * Consumer spans among the calls keep their own offset and are not waited for; an awaited call that failed fails it.
 */
export function spanCalling(
  draw: Draw,
  operation: CallingOperation,
  calls: readonly SpanSpec[] = [],
  describe: (outcome: CallOutcome) => SpanDetails = () => ({})
): SpanSpec {
  const ownMs = draw.latency(operation.ownMs(draw.tMs, draw.world));
  const byItself = draw.chance(operation.ownErrorRatio(draw.tMs, draw.world));
  const awaited = calls.filter((call) => call.kind !== 'consumer');
  const failed = byItself || awaited.some((call) => call.status === 'error');
  const children = [...inSequence(awaited, ownMs / 3), ...calls.filter((call) => call.kind === 'consumer')];
  const { durationMs } = covering(spanOf(operation, { durationMs: ownMs, failed }, { children }), (ownMs * 2) / 3);
  return spanOf(operation, { durationMs, failed }, { ...describe({ failed, byItself, durationMs }), children });
}

/** The calls up to and including the first that failed: what a caller that gives up then has made. */
export function untilFailure(calls: ReadonlyArray<() => SpanSpec>): SpanSpec[] {
  const made: SpanSpec[] = [];
  for (const call of calls) {
    const span = call();
    made.push(span);
    if (span.status === 'error') {
      break;
    }
  }
  return made;
}

/**
 * Incidents that a drawn request suffered from: those that make requests fail when it failed, those that make them
 * slow when it took longer than `slowAboveMs`. An incident counts from half of its intensity.
 */
export function sufferedFrom(
  draw: Draw,
  root: SpanSpec,
  causes: { failing?: readonly string[]; slowing?: readonly string[]; slowAboveMs?: number }
): string[] {
  const isOn = (id: string) => draw.world.incident(id, draw.tMs) >= 0.5;
  const failing = root.status === 'error' ? (causes.failing ?? []).filter(isOn) : [];
  const isSlow = root.durationMs > (causes.slowAboveMs ?? Infinity);
  const slowing = isSlow ? (causes.slowing ?? []).filter(isOn) : [];
  return [...new Set([...failing, ...slowing])];
}
