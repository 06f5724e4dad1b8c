import { isErrorSpan, spanKind } from '../traces/spanFacts';
import { quantile } from '../traces/operations';
import { type Span, type Trace } from '../traces/types';
import { roleOf } from '../services/operations';
import { type OperationFigures, type OperationPair, type Quantile, QUANTILES } from './types';
import { type ComparedWindows, type Stretch } from './windows';

/** Traces of the recent hour that are looked at. Each comes with all of its spans. */
export const RECENT_TRACES = 200;
/** The baseline's traces come from so many equal parts of it: a search brings the newest, which are of one hour. */
export const BASELINE_PARTS = 6;
export const TRACES_PER_PART = 100;

/** The parts of the baseline, oldest first. */
export function baselineParts({ baseline: { fromMs, toMs } }: ComparedWindows): Stretch[] {
  const lengthMs = (toMs - fromMs) / BASELINE_PARTS;
  return Array.from({ length: BASELINE_PARTS }, (_, part) => ({
    fromMs: fromMs + part * lengthMs,
    toMs: fromMs + (part + 1) * lengthMs,
  }));
}

/**
 * Operations of one service from samples of its traces. How often it was called is not to be had from them, so none of
 * its operations can be told to be silent.
 */
export function samplePairs(
  { system, service }: { system: string; service: string },
  recent: readonly Trace[],
  baseline: readonly Trace[]
): OperationPair[] {
  const now = byOperation(service, recent);
  const before = byOperation(service, baseline);
  return [...new Set([...now.keys(), ...before.keys()])].map((key) => {
    const [operation, role] = JSON.parse(key) as [string, OperationPair['role']];
    return { system, service, operation, role, recent: figures(now.get(key)), baseline: figures(before.get(key)) };
  });
}

function byOperation(service: string, traces: readonly Trace[]): Map<string, Span[]> {
  const groups = new Map<string, Span[]>();
  for (const span of traces.flatMap(({ spans }) => spans)) {
    if (span.serviceName === service) {
      const key = JSON.stringify([span.operationName, roleOf(spanKind(span))]);
      const group = groups.get(key);
      if (group) {
        group.push(span);
      } else {
        groups.set(key, [span]);
      }
    }
  }
  return groups;
}

function figures(spans: readonly Span[] | undefined): OperationFigures | undefined {
  if (!spans) {
    return undefined;
  }
  const durations = spans.map(({ durationMs }) => durationMs).sort((a, b) => a - b);
  return {
    calls: spans.length,
    errors: spans.filter(isErrorSpan).length,
    meanMs: durations.reduce((sum, value) => sum + value, 0) / spans.length,
    quantilesMs: Object.fromEntries(
      (Object.keys(QUANTILES) as Quantile[]).map((name) => [name, quantile(durations, QUANTILES[name])])
    ),
  };
}
