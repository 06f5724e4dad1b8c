/** @jest-environment node */
import { listMetrics } from '../../commands/list-metrics';
import { Probe } from '../../kit/probe';
import { indexTemplates, logDocument } from '../../logs/elasticsearch';
import { obsStandards } from '.';
import { INCIDENT } from './incidents';

/** Names, types and labels as document 004 has them, with the corrections that its contradictions need. */
const DOCUMENTED: ReadonlyArray<readonly [name: string, kind: string, labels: string[]]> = [
  ['http_requests_total', 'counter', ['endpoint', 'method', 'service', 'status_code']],
  ['http_request_duration_seconds', 'histogram', ['endpoint', 'le', 'method', 'service']],
  ['database_operations_total', 'counter', ['operation', 'service', 'status', 'table']],
  ['database_operation_duration_seconds', 'histogram', ['le', 'operation', 'service', 'table']],
  ['user_registrations_total', 'counter', ['service', 'source']],
  ['active_sessions_current', 'gauge', ['service']],
  ['order_value_total', 'counter', ['currency', 'service']],
  ['process_memory_usage_bytes', 'gauge', ['service']],
  ['application_errors_total', 'counter', ['component', 'error_type', 'service']],
  ['user_activity_total', 'counter', ['service', 'user']],
  ['orders_completed_total', 'counter', ['service']],
  ['sessions_started_total', 'counter', ['service']],
  ['payment_failures_total', 'counter', ['service']],
  ['payment_attempts_total', 'counter', ['service']],
  ['page_load_duration_seconds', 'histogram', ['le', 'page', 'service']],
  ['checkout_completed_total', 'counter', ['service']],
  ['checkout_started_total', 'counter', ['service']],
];
const NODE: ReadonlyArray<readonly [name: string, kind: string, labels: string[]]> = [
  ['node_cpu_seconds_total', 'counter', ['cpu', 'mode']],
  ['node_memory_MemAvailable_bytes', 'gauge', []],
  ['node_memory_MemTotal_bytes', 'gauge', []],
  ['node_filesystem_avail_bytes', 'gauge', ['device', 'fstype', 'mountpoint']],
  ['node_filesystem_size_bytes', 'gauge', ['device', 'fstype', 'mountpoint']],
];
const NETWORK = ['node_network_receive_bytes_total', 'node_network_transmit_bytes_total'];
const POD = ['kubernetes_namespace', 'kubernetes_pod_name'];
const HTTP_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0];
const DATABASE_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0];

describe('the metrics of document 004', () => {
  const listing = listMetrics([obsStandards]);
  const labelsOf = (name: string): string[] | undefined => listing.find((metric) => metric.name === name)?.labels;

  it.each(DOCUMENTED)('%s is a %s of the application job', (name, kind, labels) => {
    expect(listing.find((metric) => metric.name === name)?.kind).toBe(kind);
    expect(labelsOf(name)).toEqual([...labels, ...POD, 'instance', 'job', 'system'].sort());
  });

  it.each(NODE)('%s is a %s of the node exporter', (name, kind, labels) => {
    expect(listing.find((metric) => metric.name === name)).toMatchObject({ kind, jobs: ['node-exporter'] });
    expect(labelsOf(name)).toEqual([...labels, 'instance', 'job', 'system'].sort());
  });

  it('have the documented buckets, and the objectives as edges', () => {
    const probe = new Probe(obsStandards, { minutes: 6 });
    const http = probe.bounds('http_request_duration_seconds')!;
    expect(http.filter((bound) => bound !== 0.2)).toEqual(HTTP_BUCKETS);
    expect(http).toContain(0.2);
    expect(probe.bounds('database_operation_duration_seconds')).toEqual(DATABASE_BUCKETS);
    expect(probe.bounds('page_load_duration_seconds')).toContain(2);
  });
});

describe('targets, spans and lines of document 004', () => {
  it('carry the service on the targets of the application job, so that up tells them apart', () => {
    const own = obsStandards.targets.filter(({ job }) => job === 'application-metrics');
    expect(new Set(own.map(({ labels }) => labels?.service))).toEqual(
      new Set(['user-service', 'order-service', 'payment-service', 'web-frontend'])
    );
    const series = obsStandards.metrics.flatMap((metric) => metric.series.map(({ labels = {} }) => labels));
    expect(series.filter((labels) => 'service' in labels)).toEqual([]);
  });

  it.each(NETWORK)('%s is a counter by device', (name) => {
    const found = listMetrics([obsStandards]).find((metric) => metric.name === name);
    expect(found).toMatchObject({ kind: 'counter', jobs: ['node-exporter'] });
    expect(found?.labels).toEqual(['device', 'instance', 'job', 'system']);
  });

  it('have a span that reads the users table for a user, with its statement in parameters', () => {
    const { traces } = new Probe(obsStandards, { minutes: 10 }).traffic;
    const spans = traces.flatMap((trace) => trace.spans);
    const read = spans.find(({ name, attributes }) => name === 'db.SELECT' && attributes['db.sql.table'] === 'users');
    expect(read?.attributes).toMatchObject({
      'db.statement': 'SELECT * FROM users WHERE id = $1',
      'db.rows_affected': 1,
      'user.id': expect.stringMatching(/^100\d\d$/) as string,
    });
  });

  it('have audit entries that say themselves when they happened', () => {
    const { logs } = new Probe(obsStandards, { minutes: 10 }).traffic;
    const entries = logs.map((log) => logDocument([obsStandards], log).document);
    const audited = entries.filter(({ level }) => level === 'AUDIT');
    expect(audited.length).toBeGreaterThan(0);
    for (const { timestamp, fields } of audited) {
      expect(fields).toMatchObject({ timestamp, action: expect.any(String) as string });
    }
  });

  it('allow deep pages of their index', () => {
    expect(indexTemplates([obsStandards])['watchkeeper-app-logs']).toMatchObject({
      index_patterns: ['app-logs-*'],
      template: {
        settings: { number_of_shards: 1, 'index.refresh_interval': '5s', 'index.max_result_window': 50_000 },
      },
    });
  });
});

describe('a quiet afternoon', () => {
  const quiet = new Probe(obsStandards);

  it('is inside the objectives', () => {
    expect(
      quiet.ratio(
        'http_requests_total',
        'http_requests_total',
        { service: 'user-service', status_code: '500' },
        { service: 'user-service' }
      )
    ).toBeLessThan(0.001);
    expect(quiet.quantile(0.95, 'http_request_duration_seconds', { service: 'user-service' })).toBeLessThan(0.2);
    expect(quiet.quantile(0.99, 'http_request_duration_seconds', { service: 'payment-service' })).toBeLessThan(0.5);
    expect(quiet.quantile(0.95, 'page_load_duration_seconds')).toBeLessThan(2);
    expect(quiet.rate('http_requests_total', { service: 'user-service' })).toBeGreaterThan(1_000);
    expect(quiet.ratio('orders_completed_total', 'sessions_started_total', {}, {})).toBeGreaterThan(0.02);
    expect(quiet.ratio('payment_failures_total', 'payment_attempts_total', {}, {})).toBeLessThan(0.05);
  });

  it('has some of the tracked users active', () => {
    const active = quiet
      .labelSets('user_activity_total')
      .filter(({ user }) => quiet.rate('user_activity_total', { user: user! }, 25) > 0);
    expect(active.length).toBeGreaterThan(3);
    expect(active.length).toBeLessThan(35);
  });
});

describe('incidents', () => {
  it('a bad payment deploy shows in metrics, traces and logs', () => {
    const probe = new Probe(obsStandards, { incident: INCIDENT.paymentDeploy, minutes: 30 });
    expect(probe.ratio('payment_failures_total', 'payment_attempts_total', {}, {})).toBeGreaterThan(0.05);
    expect(probe.gauges('app_build_info', { service: 'payment-service', version: '3.2.0' })).toEqual([1]);
    const failed = probe.traffic.traces.filter(({ incidents }) => incidents.includes(INCIDENT.paymentDeploy));
    expect(failed.length).toBeGreaterThan(3);
    const lines = probe.traffic.logs
      .map((log) => logDocument([obsStandards], log).document)
      .filter(({ level, service }) => level === 'ERROR' && service === 'payment-service');
    expect(lines.map(({ trace_id: id }) => id)).toEqual(
      expect.arrayContaining(failed.slice(0, 3).map(({ traceId }) => traceId))
    );
  });

  it('slow preferences more than double the p95 of their operation only', () => {
    const slow = new Probe(obsStandards, { incident: INCIDENT.slowPreferences });
    const quiet = new Probe(obsStandards);
    const p95 = (probe: Probe, endpoint: string): number =>
      probe.quantile(0.95, 'http_request_duration_seconds', { endpoint });
    expect(p95(slow, '/users/{id}/preferences') / p95(quiet, '/users/{id}/preferences')).toBeGreaterThan(2);
    expect(p95(slow, '/users/{id}')).toBeCloseTo(p95(quiet, '/users/{id}'), 3);
  });

  it('order look-ups fail more than five times as often', () => {
    const failing = { endpoint: '/orders/{id}', status_code: '500' };
    const all = { endpoint: '/orders/{id}' };
    const share = (probe: Probe): number => probe.ratio('http_requests_total', 'http_requests_total', failing, all);
    expect(
      share(new Probe(obsStandards, { incident: INCIDENT.orderErrors })) / share(new Probe(obsStandards))
    ).toBeGreaterThan(5);
  });

  it('nodes run out of memory and disk', () => {
    const memory = new Probe(obsStandards, { incident: INCIDENT.nodeMemory });
    const free = memory.gauges('node_memory_MemAvailable_bytes', { instance: 'node-2' })[0]!;
    expect(1 - free / memory.gauges('node_memory_MemTotal_bytes', { instance: 'node-2' })[0]!).toBeGreaterThan(0.9);
    const disk = new Probe(obsStandards, { incident: INCIDENT.nodeDisk, minutes: 240 });
    const root = { instance: 'node-3', mountpoint: '/' };
    const used =
      1 - disk.gauges('node_filesystem_avail_bytes', root)[0]! / disk.gauges('node_filesystem_size_bytes', root)[0]!;
    expect(used).toBeGreaterThan(0.85);
  });

  it('a node runs out of CPU, and order look-ups become slow: past the bounds of their alerts', () => {
    const cpu = new Probe(obsStandards, { incident: INCIDENT.nodeCpu });
    const idle = cpu.rate('node_cpu_seconds_total', { instance: 'node-1', mode: 'idle' });
    const all = cpu.rate('node_cpu_seconds_total', { instance: 'node-1' });
    expect(1 - idle / all).toBeGreaterThan(0.8);
    const slow = new Probe(obsStandards, { incident: INCIDENT.slowOrders });
    expect(slow.quantile(0.95, 'http_request_duration_seconds', { service: 'order-service' })).toBeGreaterThan(0.5);
    expect(slow.quantile(0.95, 'http_request_duration_seconds', { service: 'user-service' })).toBeLessThan(0.5);
  });

  it('every alert of the standard has an incident that makes it fire', () => {
    const fired = new Set(obsStandards.incidents.flatMap(({ alert, alsoAlerts = [] }) => [alert, ...alsoAlerts]));
    expect([...fired].filter(Boolean).sort()).toEqual([
      'DiskSpaceLow',
      'HighCPUUsage',
      'HighErrorRate',
      'HighLatency',
      'HighMemoryUsage',
      'HighPaymentFailureRate',
      'LowConversionRate',
      'SLOErrorBudgetCritical',
      'ServiceDown',
    ]);
  });

  it('the campaign pushes conversion below 2 %', () => {
    const probe = new Probe(obsStandards, { incident: INCIDENT.conversionDrop });
    expect(probe.ratio('orders_completed_total', 'sessions_started_total', {}, {})).toBeLessThan(0.02);
  });
});

describe('log documents', () => {
  const { traffic } = new Probe(obsStandards);
  const documents = traffic.logs.map((log) => logDocument([obsStandards], log));

  it('have the canonical fields, with custom values under fields', () => {
    const end = documents.find(({ document }) => document.message === 'Request completed')!;
    expect(end.index).toMatch(/^app-logs-[a-z-]+-2025\.10\.15$/);
    expect(end.document).toMatchObject({
      level: 'INFO',
      environment: 'production',
      trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      span_id: expect.stringMatching(/^[0-9a-f]{16}$/),
      correlation_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      thread_id: expect.any(Number),
      process_id: expect.any(Number),
      fields: { duration: expect.any(Number), user_id: expect.any(String), action: expect.any(String) },
    });
  });

  it('include the kinds that the document shows', () => {
    const levels = new Set(documents.map(({ document }) => document.level));
    expect([...levels]).toEqual(expect.arrayContaining(['INFO', 'WARNING', 'ERROR', 'AUDIT']));
    const messages = new Set(documents.map(({ document }) => document.message));
    for (const message of [
      'User login attempt',
      'Rate limit approaching',
      'Division by zero error',
      'User retrieved successfully',
    ]) {
      expect(messages).toContain(message);
    }
    const withoutTrace = documents.filter(
      ({ document }) => document.message === 'User retrieved successfully' && !document.trace_id
    );
    expect(withoutTrace.length).toBeGreaterThan(10);
    const plain = documents.filter(({ document }) => document.module !== undefined);
    expect(plain.every(({ document, index }) => document.service === undefined && index.includes('%{service}'))).toBe(
      true
    );
    expect(plain.length).toBeGreaterThan(3);
  });
});

describe('an order', () => {
  const { traffic } = new Probe(obsStandards);
  const order = traffic.traces.find(({ spans }) => spans.some(({ name }) => name === 'message.receive'))!;

  it('goes through database, payment and queue', () => {
    const names = order.spans.map(({ name }) => name);
    expect(names).toEqual([
      'POST /orders',
      'process_order',
      'db.SELECT',
      'http.client.post',
      'POST /payment/process',
      'db.INSERT',
      'db.INSERT',
      'message.send',
      'message.receive',
    ]);
    const send = order.spans.find(({ name }) => name === 'message.send')!;
    const receive = order.spans.find(({ name }) => name === 'message.receive')!;
    expect(receive).toMatchObject({ kind: 'consumer', parentSpanId: send.spanId, linksParent: true });
    expect(receive.attributes['messaging.message_id']).toBe(send.attributes['messaging.message_id']);
    expect(order.spans[1]!.attributes).toMatchObject({
      'operation.name': 'process_order',
      'payment.status': 'success',
      'order.processed': true,
    });
  });
});
