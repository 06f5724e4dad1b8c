import { Probe } from '../../kit/probe';
import { miniMarket } from './index';

const probe = new Probe(miniMarket, { minutes: 10 });

/** Names and labels as the document and its panels ask for them; labels beside job, instance and system. */
const expected: Array<[name: string, kind: string, job: string, labels: string[]]> = [
  ['http_requests_total', 'counter', 'agente_negocio', ['method', 'endpoint', 'status']],
  ['http_request_duration_seconds', 'histogram', 'agente_negocio', ['method', 'endpoint']],
  ['http_errors_total', 'counter', 'agente_negocio', ['method', 'endpoint']],
  ['deposito_productos_procesados_total', 'counter', 'agente_deposito', ['categoria']],
  ['negocio_ordenes_generadas_total', 'counter', 'agente_negocio', ['tipo']],
  ['ml_inflacion_calculada_percent', 'gauge', 'ml_service', []],
  ['negocio_stock_critico_productos', 'gauge', 'agente_negocio', ['categoria']],
  ['negocio_revenue_proyectado', 'gauge', 'agente_negocio', []],
  ['negocio_revenue_real', 'gauge', 'agente_negocio', []],
  ['container_cpu_usage_seconds_total', 'counter', 'cadvisor', ['name', 'image']],
  ['container_memory_usage_bytes', 'gauge', 'cadvisor', ['name', 'image']],
  ['container_spec_memory_limit_bytes', 'gauge', 'cadvisor', ['name', 'image']],
  ['container_fs_reads_bytes_total', 'counter', 'cadvisor', ['name', 'image']],
  ['container_fs_writes_bytes_total', 'counter', 'cadvisor', ['name', 'image']],
  ['container_network_transmit_bytes_total', 'counter', 'cadvisor', ['name', 'image']],
  ['container_network_receive_bytes_total', 'counter', 'cadvisor', ['name', 'image']],
  ['container_start_time_seconds', 'gauge', 'cadvisor', ['name', 'image']],
  ['kube_pod_container_status_restarts_total', 'counter', 'cadvisor', ['namespace', 'pod', 'container']],
  ['postgres_connections_active', 'gauge', 'postgres', []],
  ['postgres_connections_idle', 'gauge', 'postgres', []],
  ['postgres_up', 'gauge', 'postgres', []],
  ['redis_cache_hit_rate', 'gauge', 'redis', []],
  ['redis_keyspace_hits_total', 'counter', 'redis', []],
  ['redis_keyspace_misses_total', 'counter', 'redis', []],
  ['ocr_processing_duration_seconds', 'histogram', 'ml_service', []],
  ['ocr_timeout_events_total', 'counter', 'ml_service', []],
  ['ml_prediction_accuracy_percent', 'gauge', 'ml_service', []],
  ['ml_model_drift_score', 'gauge', 'ml_service', ['model']],
  ['node_filesystem_avail_bytes', 'gauge', 'node', ['device', 'mountpoint', 'fstype']],
  ['node_filesystem_size_bytes', 'gauge', 'node', ['device', 'mountpoint', 'fstype']],
  ['node_cpu_seconds_total', 'counter', 'node', ['cpu', 'mode']],
  ['node_memory_MemTotal_bytes', 'gauge', 'node', []],
  ['node_memory_MemAvailable_bytes', 'gauge', 'node', []],
  ['log_lines_total', 'counter', 'agente_deposito', ['service']],
];

describe('metrics of Mini Market', () => {
  it.each(expected)('exposes %s as %s of job %s', (name, kind, job, labels) => {
    expect(probe.kindOf(name)).toBe(kind);
    const sets = probe.labelSets(name).filter((set) => set.job === job);
    expect(sets.length).toBeGreaterThan(0);
    for (const set of sets) {
      expect(Object.keys(set).sort()).toEqual(['instance', 'job', 'system', ...labels].sort());
      expect(set.system).toBe('mini-market');
    }
  });

  it('says up for the seven services and for the host', () => {
    const jobs = ['agente_deposito', 'agente_negocio', 'ml_service', 'dashboard', 'postgres', 'redis', 'nginx'];
    for (const job of [...jobs, 'node', 'cadvisor']) {
      expect(probe.up({ job })).toEqual([1]);
    }
  });

  it.each(['agente_deposito', 'agente_negocio', 'ml_service', 'dashboard'])('measures HTTP of %s', (job) => {
    for (const name of ['http_requests_total', 'http_errors_total', 'http_request_duration_seconds']) {
      expect(probe.labelSets(name).some((set) => set.job === job)).toBe(true);
    }
  });

  it('has bucket edges at the thresholds of the latency alerts', () => {
    expect(probe.bounds('http_request_duration_seconds')).toEqual(expect.arrayContaining([0.5, 2]));
  });

  it('counts an error for each request with a 5xx status, endpoint by endpoint', () => {
    const outage = new Probe(miniMarket, { minutes: 10, incident: 'mini-market-database-down' });
    const where = { job: 'agente_negocio', endpoint: '/ordenes' };
    const failed = ['500', '503'].reduce(
      (sum, status) => sum + outage.rate('http_requests_total', { ...where, status }),
      0
    );
    expect(failed).toBeGreaterThan(1);
    expect(outage.rate('http_errors_total', where)).toBeCloseTo(failed, 1);
  });

  it('keeps hits and misses of the cache in step with its hit rate', () => {
    const [hitRate = 0] = probe.gauges('redis_cache_hit_rate');
    const share = probe.ratio('redis_keyspace_misses_total', 'redis_keyspace_hits_total');
    expect(share).toBeCloseTo((100 - hitRate) / hitRate, 1);
  });

  it('stays a small system', () => {
    expect(probe.sampleCount).toBeLessThan(500);
  });
});
