import { Probe } from '../../kit/probe';
import { somaAgent } from './index';

const probe = new Probe(somaAgent, { minutes: 10 });

/** Names, labels and, below, buckets as the document's code declares them. */
const expected: Array<[name: string, kind: string, job: string, labels: string[]]> = [
  ['http_requests_total', 'counter', 'gateway', ['method', 'endpoint', 'status']],
  ['http_request_duration_seconds', 'histogram', 'gateway', ['method', 'endpoint']],
  ['websocket_connections_active', 'gauge', 'gateway', []],
  ['sessions_created_total', 'counter', 'gateway', []],
  ['auth_attempts_total', 'counter', 'gateway', ['result']],
  ['policy_evaluations_total', 'counter', 'gateway', ['result']],
  ['conversation_requests_total', 'counter', 'conversation-worker', []],
  ['conversation_processing_duration_seconds', 'histogram', 'conversation-worker', []],
  ['conversation_errors_total', 'counter', 'conversation-worker', ['error_type']],
  ['slm_requests_total', 'counter', 'conversation-worker', ['model']],
  ['slm_latency_seconds', 'histogram', 'conversation-worker', ['model']],
  ['slm_tokens_total', 'counter', 'conversation-worker', ['model', 'type']],
  ['budget_tokens_consumed_total', 'counter', 'conversation-worker', ['tenant', 'persona_id']],
  ['budget_limit_reached_total', 'counter', 'conversation-worker', ['tenant', 'persona_id']],
  ['intent_classification_total', 'counter', 'conversation-worker', ['intent']],
  ['tool_execution_total', 'counter', 'tool-executor', ['tool_name', 'status']],
  ['tool_execution_duration_seconds', 'histogram', 'tool-executor', ['tool_name']],
  ['tool_execution_failures_total', 'counter', 'tool-executor', ['tool_name', 'error_type']],
  ['policy_blocked_total', 'counter', 'tool-executor', ['tool_name', 'tenant']],
  ['sandbox_active_executions', 'gauge', 'tool-executor', []],
  // The Python client appends _total to the declared name resource_usage_cpu_seconds.
  ['resource_usage_cpu_seconds_total', 'counter', 'tool-executor', ['tool_name']],
  ['resource_usage_memory_bytes', 'histogram', 'tool-executor', ['tool_name']],
  ['kafka_consumer_lag', 'gauge', 'kafka', ['group', 'topic']],
  ['dlq_events_total', 'counter', 'conversation-worker', ['source_topic', 'error_type']],
  ['redis_up', 'gauge', 'redis', []],
  ['pg_up', 'gauge', 'postgres', []],
];
const buckets: Array<[name: string, bounds: number[]]> = [
  ['http_request_duration_seconds', [0.01, 0.05, 0.1, 0.5, 1.0, 2.5, 5.0, 10.0]],
  ['conversation_processing_duration_seconds', [0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0]],
  ['slm_latency_seconds', [0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0]],
  ['tool_execution_duration_seconds', [0.01, 0.1, 0.5, 1.0, 5.0, 10.0, 30.0]],
  ['resource_usage_memory_bytes', [1_000_000, 10_000_000, 50_000_000, 100_000_000, 500_000_000, 1_000_000_000]],
];

describe('metrics of SomaAgent', () => {
  it.each(expected)('exposes %s as %s of job %s', (name, kind, job, labels) => {
    expect(probe.kindOf(name)).toBe(kind);
    const sets = probe.labelSets(name).filter((set) => set.job === job);
    expect(sets.length).toBeGreaterThan(0);
    for (const set of sets) {
      expect(Object.keys(set).sort()).toEqual(['instance', 'job', 'system', ...labels].sort());
      expect(set.system).toBe('soma-agent');
    }
  });

  it.each(buckets)('counts %s in the documented buckets', (name, bounds) => {
    expect(probe.bounds(name)).toEqual(bounds);
  });

  it('scrapes the nine jobs at the documented ports, Kafka through its exporter', () => {
    expect(somaAgent.targets.map(({ job, instance }) => `${job} ${instance}`)).toEqual([
      'gateway gateway:8010',
      'conversation-worker conversation-worker:8011',
      'tool-executor tool-executor:8012',
      'router router:8013',
      'canvas-service canvas-service:8014',
      'delegation-gateway delegation-gateway:8015',
      'kafka kafka-exporter:9308',
      'redis redis-exporter:9121',
      'postgres postgres-exporter:9187',
    ]);
    expect(probe.up()).toEqual(Array.from({ length: 9 }, () => 1));
  });

  it.each(['router', 'canvas-service', 'delegation-gateway'])('measures HTTP of %s too', (job) => {
    expect(probe.rate('http_requests_total', { job })).toBeGreaterThan(0);
    expect(probe.quantile(0.95, 'http_request_duration_seconds', { job })).toBeLessThan(1);
  });

  it('uses the documented label values', () => {
    const values = (name: string, label: string) => [...new Set(probe.labelSets(name).map((set) => set[label]))].sort();
    expect(values('auth_attempts_total', 'result')).toEqual(['failure', 'missing', 'success']);
    expect(values('policy_evaluations_total', 'result')).toEqual(['allow', 'deny', 'error']);
    expect(values('slm_tokens_total', 'type')).toEqual(['input', 'output']);
    expect(probe.labelSets('http_requests_total').every(({ status }) => /^\d{3}$/.test(status ?? ''))).toBe(true);
  });

  it('asks a model once for each conversation and once for each tool result', () => {
    const calls = probe.rate('slm_requests_total');
    const turns = probe.rate('conversation_requests_total');
    const tools = probe.rate('tool_execution_total');
    expect(calls / (turns + tools)).toBeCloseTo(1, 1);
  });

  it('counts every failed conversation once as a dead letter', () => {
    const broken = new Probe(somaAgent, { minutes: 10, incident: 'soma-agent-postgres-down' });
    const turns = broken.rate('conversation_requests_total');
    expect(broken.rate('conversation_errors_total') / turns).toBeGreaterThan(0.9);
    expect(broken.rate('conversation_errors_total') / turns).toBeLessThan(1.05);
    expect(broken.rate('dlq_events_total')).toBeCloseTo(broken.rate('conversation_errors_total'), 6);
  });

  it('stays a small system', () => {
    expect(probe.sampleCount).toBeLessThan(500);
  });
});
