import { OpenMetricsFile } from '../../../dev/telemetry/metrics/openmetrics-file';
import { labelText } from '../../../dev/telemetry/metrics/text';
import { serviceName } from './catalog';

const HOUR_MS = 3_600_000;
const RAW_STEP_MS = 30_000;
const RAW_SPAN_MS = 2 * HOUR_MS;
const COUNT_STEP_MS = 300_000;
const COUNT_SPAN_MS = 30 * 24 * HOUR_MS;
const BOUNDS_SECONDS = ['0.1', '0.25', '0.5', '1', '2.5', '+Inf'];
/** Share of the requests that each bound holds. */
const CUMULATIVE = [0.4, 0.7, 0.9, 0.97, 0.995, 1];
const REQUESTS_PER_STEP = 300;

/**
 * Two hours of raw series and thirty days of recorded event counts for `size` services.
 * @returns the number of samples.
 */
export function writeFleetHistory(file: string, size: number, endMs: number): number {
  const openMetrics = new OpenMetricsFile(file);
  const rawMs = times(endMs, RAW_SPAN_MS, RAW_STEP_MS);
  const countMs = times(endMs, COUNT_SPAN_MS, COUNT_STEP_MS);
  const counter = (perStep: number) => rawMs.map((_, step) => Math.round(perStep * step));
  const services = Array.from({ length: size }, (_, index) => ({
    labels: { system: 'fleet', service: serviceName(index) },
    // From no failures at all to a few per cent.
    errorRatio: (index % 50) / 2_000,
    load: 1 + (index % 7),
  }));
  openMetrics.family('fleet_requests_total', 'counter', 'Requests');
  for (const { labels, errorRatio, load } of services) {
    const perStep = REQUESTS_PER_STEP * load;
    openMetrics.samples(
      `fleet_requests_total${labelText({ ...labels, status: '200' })}`,
      rawMs,
      counter(perStep * (1 - errorRatio))
    );
    openMetrics.samples(
      `fleet_requests_total${labelText({ ...labels, status: '500' })}`,
      rawMs,
      counter(perStep * errorRatio)
    );
  }
  openMetrics.family('fleet_request_duration_seconds', 'histogram', 'Time to answer');
  for (const { labels, load } of services) {
    BOUNDS_SECONDS.forEach((le, index) =>
      openMetrics.samples(
        `fleet_request_duration_seconds_bucket${labelText({ ...labels, le })}`,
        rawMs,
        counter(REQUESTS_PER_STEP * load * CUMULATIVE[index]!)
      )
    );
  }
  openMetrics.family('fleet_cpu_ratio', 'gauge', 'Share of the CPU in use');
  for (const { labels, load } of services) {
    openMetrics.samples(
      `fleet_cpu_ratio${labelText(labels)}`,
      rawMs,
      rawMs.map((_, step) => (load + (step % 3)) / 10)
    );
  }
  for (const [name, count] of [
    ['slo:events_total:increase5m', () => 1_000],
    ['slo:events_bad:increase5m', (errorRatio: number) => Math.round(1_000 * errorRatio)],
  ] as const) {
    openMetrics.family(name, 'gauge', 'Events of five minutes');
    for (const { labels, errorRatio } of services) {
      const value = count(errorRatio);
      openMetrics.samples(
        `${name}${labelText({ ...labels, slo: `${labels.service}-availability` })}`,
        countMs,
        countMs.map(() => value)
      );
    }
  }
  openMetrics.close();
  return openMetrics.sampleCount;
}

function times(endMs: number, spanMs: number, stepMs: number): number[] {
  const count = Math.floor(spanMs / stepMs);
  return Array.from({ length: count }, (_, step) => endMs - (count - 1 - step) * stepMs);
}
