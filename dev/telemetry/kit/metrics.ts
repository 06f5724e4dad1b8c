import type { CounterSeries, DistributionSeries, GaugeSeries, Labels, OperationModel, SeriesBase } from '../model';
import { portion, remainder, scaled, times } from './rates';

type Where = Pick<SeriesBase, 'job' | 'instance' | 'present'>;

/**
 * Counter series of one operation, split into good calls and failed ones.
 * `failures` lists label sets for failed calls with their share of all failures (shares sum to 1).
 */
export function callCounters(
  operation: OperationModel,
  where: Where,
  success: Labels,
  failures: ReadonlyArray<readonly [labels: Labels, share: number]>
): CounterSeries[] {
  const failed = portion(operation.ratePerSecond, operation.errorRatio);
  return [
    { ...where, labels: success, ratePerSecond: remainder(operation.ratePerSecond, operation.errorRatio) },
    ...failures.map(([labels, share]) => ({ ...where, labels, ratePerSecond: times(failed, share) })),
  ];
}

/** Distribution of one operation's durations in seconds (`unitPerMs` 0.001) or another unit. */
export function callDurations(
  operation: OperationModel,
  where: Where,
  labels: Labels,
  unitPerMs = 0.001
): DistributionSeries {
  return {
    ...where,
    labels,
    ratePerSecond: operation.ratePerSecond,
    latency: scaled(operation.latencyMs, unitPerMs),
  };
}

/** `callDurations`, one series for good calls and one for failed calls (where the metric has a status label). */
export function callDurationsByStatus(
  operation: OperationModel,
  where: Where,
  success: Labels,
  failure: Labels,
  unitPerMs = 0.001
): DistributionSeries[] {
  const latency = scaled(operation.latencyMs, unitPerMs);
  return [
    { ...where, labels: success, ratePerSecond: remainder(operation.ratePerSecond, operation.errorRatio), latency },
    { ...where, labels: failure, ratePerSecond: portion(operation.ratePerSecond, operation.errorRatio), latency },
  ];
}

/** `<name>_info`-like gauge: one series for each version, present while that version runs. */
export function buildInfo(
  where: Where,
  service: string,
  versions: readonly string[],
  labels: Labels = {}
): GaugeSeries[] {
  return versions.map((version) => ({
    ...where,
    labels: { ...labels, version },
    value: () => 1,
    present: (tMs, world) => world.version(service, tMs) === version,
  }));
}
