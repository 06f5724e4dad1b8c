import { findSignal } from '../../../src/catalog/lookup';
import { tieredSystem } from '../../../src/catalog/tiering';
import type { System } from '../../../src/catalog/types';
import { durationMs } from '../../../src/domain/promql/duration';
import { signalMetrics } from '../../../src/domain/signals/query';
import type { Signal } from '../../../src/domain/signals/types';

const RANGE = /\[((?:\d+(?:ms|[smhdwy]))+)/g;

/** How far back a signal looks by itself, in ms; 0 when the page says how far. */
function reachMs(signal: Signal): number {
  switch (signal.kind) {
    case 'increase':
    case 'active':
      return signal.window ? durationMs(signal.window) : 0;
    case 'gauge':
      return signal.averagedOver ? durationMs(signal.averagedOver) : 0;
    case 'expression':
      return Math.max(0, ...[...signal.expr.matchAll(RANGE)].map(([, range = '']) => durationMs(range)));
    default:
      return 0;
  }
}

/** What the pages of tiers hold against the same hour of the day before. */
function comparedSignals(system: System): Signal[] {
  return Object.values(tieredSystem(system)?.signals ?? {}).filter((signal) => signal !== undefined);
}

/**
 * Names of the metrics that a system's signals and panels read over more than `shortMs`, or compare with the day before,
 * as they are in the database (histograms with `_bucket`).
 */
export function longWindowMetrics(system: System, shortMs: number): Set<string> {
  const signals = [system.signals, ...system.services.map((service) => service.signals)]
    .flatMap((owned) => Object.values(owned ?? {}))
    .filter((signal) => reachMs(signal) > shortMs);
  const drawn = (system.boards ?? [])
    .flatMap(({ rows }) => rows.flatMap(({ panels }) => panels))
    .filter(({ timeFrom }) => timeFrom !== undefined && durationMs(timeFrom) > shortMs)
    .flatMap(({ queries = [] }) => queries.map(({ signal }) => findSignal(system, signal)));
  return new Set([...signals, ...drawn, ...comparedSignals(system)].flatMap(signalMetrics));
}
