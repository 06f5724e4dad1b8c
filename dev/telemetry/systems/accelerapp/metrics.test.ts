import { Probe } from '../../kit/probe';
import { accelerapp } from './index';

const probe = new Probe(accelerapp, { minutes: 10 });

/** Names as the document and its panels ask for them; it gives no labels, so those are the generator's own. */
const expected: Array<[name: string, kind: string, job: string, labels: string[]]> = [
  ['accelerapp_uptime_seconds', 'gauge', 'accelerapp', []],
  ['accelerapp_requests_total', 'counter', 'accelerapp', ['method', 'endpoint', 'status']],
  ['accelerapp_errors_total', 'counter', 'accelerapp', ['endpoint', 'error_type']],
  ['accelerapp_request_duration_seconds', 'histogram', 'accelerapp', ['method', 'endpoint']],
  ['accelerapp_code_generation_total', 'counter', 'accelerapp', ['language']],
  ['accelerapp_code_generation_failures_total', 'counter', 'accelerapp', ['reason']],
  ['accelerapp_health_check_status', 'gauge', 'accelerapp', ['check']],
  ['node_cpu_seconds_total', 'counter', 'node-exporter', ['cpu', 'mode']],
  ['node_memory_MemTotal_bytes', 'gauge', 'node-exporter', []],
  ['node_memory_MemAvailable_bytes', 'gauge', 'node-exporter', []],
  ['node_filesystem_avail_bytes', 'gauge', 'node-exporter', ['device', 'mountpoint', 'fstype']],
  ['node_filesystem_size_bytes', 'gauge', 'node-exporter', ['device', 'mountpoint', 'fstype']],
  ['node_network_receive_bytes_total', 'counter', 'node-exporter', ['device']],
  ['node_network_transmit_bytes_total', 'counter', 'node-exporter', ['device']],
  ['node_procs_running', 'gauge', 'node-exporter', []],
  ['node_procs_blocked', 'gauge', 'node-exporter', []],
  ['prometheus_tsdb_head_series', 'gauge', 'prometheus', []],
];

describe('metrics of Accelerapp', () => {
  it.each(expected)('exposes %s as %s of job %s', (name, kind, job, labels) => {
    expect(probe.kindOf(name)).toBe(kind);
    const sets = probe.labelSets(name).filter((set) => set.job === job);
    expect(sets.length).toBeGreaterThan(0);
    for (const set of sets) {
      expect(Object.keys(set).sort()).toEqual(['instance', 'job', 'system', ...labels].sort());
      expect(set.system).toBe('accelerapp');
    }
  });

  it('has custom metrics under its own prefix', () => {
    expect(probe.names()).toEqual(
      expect.arrayContaining(['accelerapp_generation_queue_length', 'accelerapp_llm_tokens_total'])
    );
  });

  it('says up for the application, its model server, the nodes and the monitoring stack', () => {
    const count = (job: string) => probe.up({ job }).length;
    expect(count('accelerapp')).toBe(2);
    expect(count('node-exporter')).toBe(2);
    for (const job of ['ollama', 'prometheus', 'alertmanager', 'grafana', 'elasticsearch', 'logstash', 'kibana']) {
      expect(count(job)).toBe(1);
    }
    expect(count('jaeger') + count('otel-collector')).toBe(2);
    expect(probe.up()).not.toContain(0);
  });

  it('has a bucket edge at one second, the threshold of the latency alert', () => {
    expect(probe.bounds('accelerapp_request_duration_seconds')).toContain(1);
  });

  it('counts as many errors as answers with a 5xx status', () => {
    const burst = new Probe(accelerapp, { minutes: 10, incident: 'accelerapp-error-burst' });
    const failed = burst.rate('accelerapp_requests_total', { status: '500' });
    expect(failed).toBeGreaterThan(0.3);
    expect(burst.rate('accelerapp_errors_total') / failed).toBeCloseTo(1, 1);
  });

  it('moves all requests to the pod that is left', () => {
    const alone = new Probe(accelerapp, { minutes: 20, incident: 'accelerapp-pod-down' });
    const left = alone.rate('accelerapp_requests_total', { instance: 'accelerapp-0:8080' });
    expect(left / probe.rate('accelerapp_requests_total', {}, 5)).toBeCloseTo(1, 1);
    expect(alone.labelSets('accelerapp_uptime_seconds').map(({ instance }) => instance)).toEqual(['accelerapp-0:8080']);
  });

  it('stays a small system', () => {
    expect(probe.sampleCount).toBeLessThan(500);
  });
});
