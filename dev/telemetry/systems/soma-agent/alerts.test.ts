import { BUSY_HOUR_MS, Probe, QUIET_HOUR_MS } from '../../kit/probe';
import { somaAgent } from './index';

const tools = ['python_exec', 'web_search', 'http_fetch', 'file_read'];
const tenants = ['acme', 'globex', 'initech', 'umbrella'];
const gateway = { job: 'gateway' };
const serverErrors = (probe: Probe, ago: number) =>
  ['500', '503'].reduce((sum, status) => sum + probe.rate('http_requests_total', { ...gateway, status }, 5, ago), 0);

interface AlertCheck {
  forMinutes: number;
  fires: (probe: Probe, minutesAgo: number) => boolean;
}
/** The document's rules with its thresholds and waits; ratios are built over sums, as their corrections ask for. */
const alerts: Record<string, AlertCheck> = {
  HighGatewayLatency: {
    forMinutes: 5,
    fires: (probe, ago) => probe.quantile(0.95, 'http_request_duration_seconds', gateway, ago) > 2.5,
  },
  HighGatewayErrorRate: {
    forMinutes: 2,
    fires: (probe, ago) => serverErrors(probe, ago) / probe.rate('http_requests_total', gateway, 5, ago) > 0.01,
  },
  SlowConversationProcessing: {
    forMinutes: 5,
    fires: (probe, ago) => probe.quantile(0.95, 'conversation_processing_duration_seconds', {}, ago) > 5,
  },
  HighConversationFailureRate: {
    forMinutes: 2,
    fires: (probe, ago) => probe.ratio('conversation_errors_total', 'conversation_requests_total', {}, {}, ago) > 0.05,
  },
  TenantBudgetExhausted: {
    forMinutes: 1,
    fires: (probe, ago) =>
      tenants.some((tenant) => 300 * probe.rate('budget_limit_reached_total', { tenant }, 5, ago) > 10),
  },
  HighToolExecutionFailures: {
    forMinutes: 3,
    fires: (probe, ago) =>
      tools.some((tool_name) => {
        const where = { tool_name };
        return probe.ratio('tool_execution_failures_total', 'tool_execution_total', where, where, ago) > 0.1;
      }),
  },
  HighPolicyBlockRate: {
    forMinutes: 2,
    fires: (probe, ago) => probe.rate('policy_blocked_total', {}, 5, ago) > 10,
  },
  HighKafkaConsumerLag: {
    forMinutes: 5,
    fires: (probe, ago) => probe.gauges('kafka_consumer_lag', {}, ago).some((lag) => lag > 1_000),
  },
  RedisDown: {
    forMinutes: 1,
    fires: (probe, ago) => probe.gauges('redis_up', {}, ago).includes(0) || probe.up({ job: 'redis' }, ago).includes(0),
  },
  PostgresDown: {
    forMinutes: 1,
    fires: (probe, ago) => probe.gauges('pg_up', {}, ago).includes(0) || probe.up({ job: 'postgres' }, ago).includes(0),
  },
  KafkaDown: { forMinutes: 1, fires: (probe, ago) => probe.up({ job: 'kafka' }, ago).includes(0) },
};
const moments = [
  ['the busy hour', BUSY_HOUR_MS],
  ['the night', QUIET_HOUR_MS],
] as const;

describe('alerts of SomaAgent', () => {
  // At night one failure more or less matters, so several seeds are played.
  it.each(moments.flatMap(([name, endMs]) => [1, 2, 3].map((seed) => ({ name, endMs, seed }))))(
    'are all silent in $name without an incident (seed $seed)',
    ({ endMs, seed }) => {
      const quiet = new Probe(somaAgent, { endMs, seed, minutes: 60 });
      const minutes = Array.from({ length: 50 }, (_, ago) => ago);
      const firing = Object.entries(alerts)
        .filter(([, { fires }]) => minutes.some((ago) => fires(quiet, ago)))
        .map(([name]) => name);
      expect(firing).toEqual([]);
    }
  );

  it('can each be made to fire', () => {
    const reached = somaAgent.incidents.flatMap(({ alert, alsoAlerts = [] }) => [alert, ...alsoAlerts]);
    expect([...new Set(reached)].sort()).toEqual(Object.keys(alerts).sort());
  });

  describe.each(somaAgent.incidents)('$id', ({ id, alert, alsoAlerts = [] }) => {
    it.each(moments)('fires its alerts for as long as they wait, in %s', (_name, endMs) => {
      const probe = new Probe(somaAgent, { endMs, minutes: 40, incident: id });
      for (const name of [alert ?? '', ...alsoAlerts]) {
        const { forMinutes, fires } = alerts[name] ?? { forMinutes: 0, fires: () => false };
        const silent = Array.from({ length: forMinutes + 1 }, (_, ago) => ago).filter((ago) => !fires(probe, ago));
        expect({ name, silent }).toEqual({ name, silent: [] });
      }
    });
  });
});
