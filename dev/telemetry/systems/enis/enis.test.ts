/** @jest-environment node */
import { listMetrics } from '../../commands/list-metrics';
import { Probe } from '../../kit/probe';
import { indexTemplates, logDocument } from '../../logs/elasticsearch';
import { enis } from '.';
import { DOWN_PROVIDER, INCIDENT } from './incidents';

/** Names, types and labels as document 000 has them, with the corrections that its contradictions need. */
const DOCUMENTED: ReadonlyArray<readonly [name: string, kind: string, labels: string[]]> = [
  ['nops_request_duration_seconds', 'histogram', ['endpoint', 'le', 'method', 'status']],
  ['nops_requests_total', 'counter', ['endpoint', 'error_type', 'method', 'status', 'tenant_id']],
  ['nops_cpu_usage_percent', 'gauge', []],
  ['nops_memory_usage_bytes', 'gauge', []],
  ['nops_memory_limit_bytes', 'gauge', []],
  ['nops_goroutines_count', 'gauge', []],
  ['agent_execution_duration_seconds', 'histogram', ['agent_type', 'le', 'status', 'tier']],
  ['agent_executions_total', 'counter', ['agent_type', 'error_type', 'status', 'tier']],
  ['agent_queue_depth', 'gauge', ['agent_type', 'tier']],
  ['inference_request_duration_seconds', 'histogram', ['le', 'model', 'provider']],
  ['inference_requests_total', 'counter', ['error_type', 'model', 'provider', 'status']],
  ['inference_tokens_per_second', 'gauge', ['model', 'provider']],
  ['inference_provider_limit_tokens_per_second', 'gauge', ['model', 'provider']],
  ['enis_request_duration_seconds', 'histogram', ['endpoint', 'le', 'method', 'service', 'status']],
  ['enis_requests_total', 'counter', ['endpoint', 'method', 'service', 'status']],
  ['enis_errors_total', 'counter', ['error_type', 'service', 'severity']],
  ['enis_cpu_usage_percent', 'gauge', ['service']],
  ['enis_memory_usage_bytes', 'gauge', ['service']],
  ['enis_agent_executions_total', 'counter', ['agent_type', 'status', 'tier']],
  ['enis_agent_execution_duration_seconds', 'histogram', ['agent_type', 'le', 'tier']],
  ['kube_pod_container_resource_requests', 'gauge', ['container', 'namespace', 'pod', 'resource', 'unit']],
];
const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];
const AGENT_BUCKETS = [0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0, 60.0];
const ERRORS = { status: 'error', error_type: 'provider_unavailable' };

describe('the metrics of document 000', () => {
  const listing = listMetrics([enis]);

  it.each(DOCUMENTED)('%s is a %s', (name, kind, labels) => {
    const found = listing.find((metric) => metric.name === name);
    expect(found?.kind).toBe(kind);
    expect(found?.labels).toEqual([...labels, 'instance', 'job', 'system'].sort());
  });

  it('have the documented buckets', () => {
    const quiet = new Probe(enis, { minutes: 6 });
    expect(quiet.bounds('enis_request_duration_seconds')).toEqual(REQUEST_BUCKETS);
    expect(quiet.bounds('enis_agent_execution_duration_seconds')).toEqual(AGENT_BUCKETS);
    expect(quiet.bounds('inference_request_duration_seconds')).toContain(5);
  });

  it('come from the documented jobs', () => {
    const jobs = enis.targets.map(({ job }) => job);
    for (const job of [
      'nops-kernel',
      'inference-service',
      'edge-zero',
      'edge-shared',
      'edge-lite',
      'edge-enterprise',
      'edge-airgapped',
      'redis',
      'postgres',
    ]) {
      expect(jobs).toContain(job);
    }
  });
});

describe('a quiet afternoon', () => {
  const quiet = new Probe(enis);

  it('is inside every objective', () => {
    expect(quiet.ratio('nops_requests_total', 'nops_requests_total', { status: '500' }, {})).toBeLessThan(0.001);
    expect(quiet.quantile(0.95, 'nops_request_duration_seconds')).toBeLessThan(0.1);
    expect(quiet.quantile(0.99, 'nops_request_duration_seconds')).toBeLessThan(0.5);
    expect(quiet.quantile(0.95, 'agent_execution_duration_seconds')).toBeLessThan(2);
    expect(quiet.quantile(0.95, 'inference_request_duration_seconds')).toBeLessThan(5);
    expect(Math.max(...quiet.gauges('agent_queue_depth'))).toBeLessThan(100);
    expect(Math.max(...quiet.gauges('nops_cpu_usage_percent'))).toBeLessThan(80);
    expect(quiet.rate('inference_requests_total', ERRORS)).toBe(0);
  });

  it('has both metric families agree', () => {
    const own = quiet.rate('agent_executions_total', { tier: 'lite' });
    expect(own).toBeGreaterThan(3);
    expect(quiet.rate('enis_agent_executions_total', { tier: 'lite' })).toBeCloseTo(own, 1);
    expect(quiet.rate('enis_requests_total', { service: 'nops-kernel' })).toBeCloseTo(
      quiet.rate('nops_requests_total'),
      0
    );
  });
});

describe('a provider that is down', () => {
  const probe = new Probe(enis, { incident: INCIDENT.providerDown, minutes: 20 });

  it('shows in the metrics', () => {
    // Mistral alone, and all of its requests.
    expect(
      probe.ratio(
        'inference_requests_total',
        'inference_requests_total',
        { provider: DOWN_PROVIDER, ...ERRORS },
        { provider: DOWN_PROVIDER }
      )
    ).toBeGreaterThan(0.99);
    expect(probe.rate('inference_requests_total', { provider: 'openai', ...ERRORS })).toBe(0);
  });

  it('shows in the traces, with the exception', () => {
    const refused = probe.traffic.traces
      .flatMap(({ spans }) => spans)
      .filter(
        ({ attributes }) =>
          attributes.error_type === 'provider_unavailable' && attributes['gen_ai.system'] === DOWN_PROVIDER
      );
    expect(refused.length).toBeGreaterThan(3);
    expect(refused[0]!.events.at(-1)!.attributes).toMatchObject({ 'exception.type': 'ProviderUnavailableError' });
    expect(refused.every(({ status }) => status === 'error')).toBe(true);
  });

  it('shows in the logs of the same traces', () => {
    const failed = new Set(
      probe.traffic.traces
        .filter(({ incidents }) => incidents.includes(INCIDENT.providerDown))
        .map(({ traceId }) => traceId)
    );
    const lines = probe.traffic.logs
      .map((log) => logDocument([enis], log).document)
      .filter(({ error_type: type }) => type === 'provider_unavailable');
    expect(lines.length).toBeGreaterThan(3);
    expect(lines.every(({ trace_id: id, level }) => failed.has(String(id)) && level === 'error')).toBe(true);
  });
});

describe('other incidents', () => {
  it('a bad deploy fails executions above the alert bound and changes the version', () => {
    const probe = new Probe(enis, { incident: INCIDENT.deployErrors, minutes: 20 });
    expect(
      probe.ratio(
        'nops_requests_total',
        'nops_requests_total',
        { endpoint: '/api/v1/execute', status: '500' },
        { endpoint: '/api/v1/execute' }
      )
    ).toBeGreaterThan(0.05);
    expect(probe.gauges('enis_build_info', { version: '2.4.0' })).toEqual([1, 1, 1]);
    expect(probe.gauges('enis_build_info', { version: '2.3.1' })).toEqual([]);
  });

  it('a slow database lifts the p95 above 100 ms', () => {
    const probe = new Probe(enis, { incident: INCIDENT.slowDatabase, minutes: 20 });
    expect(probe.quantile(0.95, 'nops_request_duration_seconds')).toBeGreaterThan(0.1);
  });

  it('the silent tier stops reporting', () => {
    const probe = new Probe(enis, { incident: INCIDENT.airgappedSilent, minutes: 20 });
    expect(probe.up({ job: 'edge-airgapped' })).toEqual([0]);
    expect(probe.labelSets('agent_executions_total').some(({ tier }) => tier === 'airgapped')).toBe(false);
    expect(probe.traffic.traces.some(({ spans }) => spans[0]!.attributes.tier === 'airgapped')).toBe(false);
    expect(probe.up({ job: 'edge-lite' })).toEqual([1]);
  });

  it('the queue grows past 100 in one tier and type', () => {
    const probe = new Probe(enis, { incident: INCIDENT.queueGrowth, minutes: 25 });
    expect(probe.gauges('agent_queue_depth').filter((depth) => depth > 100)).toHaveLength(1);
  });

  it.each([
    // Burn rates that the usual alert windows tell apart: 14.4 (fast), 6 (medium), 1 (slow).
    [INCIDENT.burnFast, 'enterprise', 0.0005, 14.4, 60, 12],
    [INCIDENT.burnMedium, 'lite', 0.001, 6, 14.4, 20],
    [INCIDENT.burnSlow, 'zero', 0.01, 1, 3, 70],
  ])('%s burns the budget of the %s tier at its speed', (incident, tier, allowed, above, below, minutes) => {
    const probe = new Probe(enis, { incident, minutes });
    const failed = probe.ratio(
      'agent_executions_total',
      'agent_executions_total',
      { tier, status: 'failed' },
      { tier }
    );
    expect(failed / allowed).toBeGreaterThan(above);
    expect(failed / allowed).toBeLessThan(below);
  });
});

describe('log documents', () => {
  const probe = new Probe(enis, { minutes: 20 });
  const documents = probe.traffic.logs.map((log) => ({ ...log, ...logDocument([enis], log) }));

  it('carry the documented fields, the trace twice', () => {
    const started = documents.find(({ document }) => document.message === 'agent_execution_started')!;
    expect(started.index).toBe('logs-edge-agents-production-2025.10.15');
    expect(started.document).toMatchObject({
      level: 'info',
      severity: 'INFO',
      service: 'edge-agents',
      environment: 'production',
      cluster: 'production-us-east-1',
      datacenter: 'aws-us-east-1a',
      trace_id: started.log.traceId,
      otel_trace_id: started.log.traceId,
      span_id: started.log.spanId,
      otel_span_id: started.log.spanId,
      timestamp: started.document['@timestamp'],
    });
    for (const name of ['agent_id', 'tenant_id', 'execution_id', 'logger', 'version', 'source_file']) {
      expect(started.document[name]).toEqual(expect.any(String));
    }
  });

  it('leave out health checks', () => {
    const names = probe.traffic.traces.flatMap(({ spans }) => spans.map(({ name }) => name));
    expect(names.filter((name) => /health|ready|metrics$/.test(name) && !name.includes('/api/'))).toEqual([]);
  });
});

test('log indices have the documented shards, and no copy that a single node could not hold', () => {
  expect(indexTemplates([enis])['watchkeeper-logs']).toMatchObject({
    index_patterns: ['logs-*'],
    template: { settings: { number_of_shards: 3, number_of_replicas: 0 } },
  });
});
