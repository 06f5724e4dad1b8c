import { BUSY_HOUR_MS, Probe, QUIET_HOUR_MS } from '../../kit/probe';
import { accelerapp } from './index';

const nodes = ['node-1:9100', 'node-2:9100'];
const shares = (probe: Probe, part: string, whole: string, ago: number) => {
  const totals = probe.gauges(whole, {}, ago);
  return probe.gauges(part, {}, ago).map((value, index) => (100 * value) / (totals[index] ?? Number.NaN));
};
const idlePercent = (probe: Probe, instance: string, ago: number) =>
  50 * probe.rate('node_cpu_seconds_total', { instance, mode: 'idle' }, 5, ago);

interface AlertCheck {
  forMinutes: number;
  fires: (probe: Probe, minutesAgo: number) => boolean;
}
/** Thresholds of the document's ten rules; where it gives no wait, five minutes. */
const alerts: Record<string, AlertCheck> = {
  HighErrorRate: {
    forMinutes: 5,
    fires: (probe, ago) => probe.ratio('accelerapp_errors_total', 'accelerapp_requests_total', {}, {}, ago) > 0.05,
  },
  ServiceDown: { forMinutes: 2, fires: (probe, ago) => probe.up({ job: 'accelerapp' }, ago).includes(0) },
  HighMemoryUsage: {
    forMinutes: 5,
    fires: (probe, ago) =>
      shares(probe, 'node_memory_MemAvailable_bytes', 'node_memory_MemTotal_bytes', ago).some(
        (free) => 100 - free > 85
      ),
  },
  HighCPUUsage: {
    forMinutes: 5,
    // Two cores a node: both idle for a second make two idle seconds.
    fires: (probe, ago) => nodes.some((instance) => 100 - idlePercent(probe, instance, ago) > 80),
  },
  SlowResponseTime: {
    forMinutes: 5,
    fires: (probe, ago) => probe.quantile(0.95, 'accelerapp_request_duration_seconds', {}, ago) > 1,
  },
  HighRequestRate: {
    forMinutes: 5,
    fires: (probe, ago) => probe.rate('accelerapp_requests_total', {}, 5, ago) > 1_000,
  },
  DiskSpaceLow: {
    forMinutes: 5,
    fires: (probe, ago) =>
      shares(probe, 'node_filesystem_avail_bytes', 'node_filesystem_size_bytes', ago).some((free) => free < 10),
  },
  LLMServiceUnavailable: { forMinutes: 2, fires: (probe, ago) => probe.up({ job: 'ollama' }, ago).includes(0) },
  CodeGenerationFailures: {
    forMinutes: 5,
    fires: (probe, ago) => {
      const [failures, all] = [
        'accelerapp_code_generation_failures_total',
        'accelerapp_code_generation_total',
      ] as const;
      return probe.ratio(failures, all, {}, {}, ago) > 0.1;
    },
  },
  HealthCheckFailing: {
    forMinutes: 3,
    fires: (probe, ago) => probe.gauges('accelerapp_health_check_status', {}, ago).includes(0),
  },
};
const moments = [
  ['the busy hour', BUSY_HOUR_MS],
  ['the night', QUIET_HOUR_MS],
] as const;

describe('alerts of Accelerapp', () => {
  it.each(moments.flatMap(([name, endMs]) => [1, 2, 3].map((seed) => ({ name, endMs, seed }))))(
    'are all silent in $name without an incident (seed $seed)',
    ({ endMs, seed }) => {
      const quiet = new Probe(accelerapp, { endMs, seed, minutes: 60 });
      const minutes = Array.from({ length: 50 }, (_, ago) => ago);
      const firing = Object.entries(alerts)
        .filter(([, { fires }]) => minutes.some((ago) => fires(quiet, ago)))
        .map(([name]) => name);
      expect(firing).toEqual([]);
    }
  );

  it('can each be made to fire', () => {
    const reached = accelerapp.incidents.flatMap(({ alert, alsoAlerts = [] }) => [alert, ...alsoAlerts]);
    expect([...new Set(reached)].sort()).toEqual(Object.keys(alerts).sort());
  });

  describe.each(accelerapp.incidents)('$id', ({ id, alert, alsoAlerts = [] }) => {
    it.each(moments)('fires its alerts for as long as they wait, in %s', (_name, endMs) => {
      const probe = new Probe(accelerapp, { endMs, minutes: 60, incident: id });
      for (const name of [alert ?? '', ...alsoAlerts]) {
        const { forMinutes, fires } = alerts[name] ?? { forMinutes: 0, fires: () => false };
        const silent = Array.from({ length: forMinutes + 1 }, (_, ago) => ago).filter((ago) => !fires(probe, ago));
        expect({ name, silent }).toEqual({ name, silent: [] });
      }
    });
  });
});
