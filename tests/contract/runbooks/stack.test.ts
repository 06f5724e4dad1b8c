import { readFileSync } from 'node:fs';
import path from 'node:path';
import { builtInSystems } from '../../../src/catalog';
import { type Finding } from '../../../src/domain/runbook/findings';
import { loadDataSources } from '../datasources/support/runtime';
import { askRunbook } from './support';

jest.mock('@grafana/runtime', () => jest.requireActual('../datasources/support/runtime'));

// What the gates of the checklists say, against what the servers say themselves: Prometheus by its own API of targets
// and of its state, Jaeger, Elasticsearch and Alertmanager asked directly.

interface Served {
  url: string;
}

const stateFile = process.env.WATCHKEEPER_STATE ?? path.resolve('.cache/stack/state.json');
const { servers } = JSON.parse(readFileSync(stateFile, 'utf8')) as {
  servers: Record<'prometheus' | 'jaeger' | 'elasticsearch' | 'alertmanager' | 'telemetry', Served>;
};

const MINUTE_MS = 60_000;
// A little ago: what is still on its way to a store would be counted by one and not by the other.
const toMs = Date.now() - 2 * MINUTE_MS;
const range = { fromMs: toMs - 60 * MINUTE_MS, toMs };

async function json<T>(server: keyof typeof servers, address: string, body?: unknown): Promise<T> {
  const response = await fetch(`${servers[server].url}${address}`, {
    ...(body !== undefined && {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  return (await response.json()) as T;
}

async function gate(systemId: string, title: string, asked = range): Promise<Finding> {
  const system = builtInSystems.find(({ id }) => id === systemId);
  const runbook = system?.runbooks?.find(({ id }) => id === system.stack?.runbook);
  if (!system || !runbook) {
    throw new Error(`${systemId} has no checklist`);
  }
  const [found] = await askRunbook(system, runbook, { labels: {} }, asked, (one) => one === title);
  if (!found) {
    throw new Error(`${systemId} has no gate "${title}"`);
  }
  return found.finding;
}

const systemIds = builtInSystems.map(({ id }) => id);

beforeAll(loadDataSources);

interface Targets {
  data: { activeTargets: Array<{ labels: Record<string, string>; health: string }> };
}

it.each(systemIds)('%s: counts the scrape targets that Prometheus lists as down', async (id) => {
  const { data } = await json<Targets>('prometheus', '/api/v1/targets?state=active');
  const own = data.activeTargets.filter(({ labels }) => labels['system'] === id && labels['tier'] !== 'airgapped');
  const down = own.filter(({ health }) => health === 'down');
  expect(own.length).toBeGreaterThan(0);
  const finding = await gate(id, 'Scrape targets that do not answer');
  expect(finding.verdict).toBe(down.length > 0 ? 'abnormal' : 'normal');
});

it.each(systemIds)('%s: knows how long Prometheus keeps samples', async (id) => {
  const { data } = await json<{ data: { storageRetention: string } }>('prometheus', '/api/v1/status/runtimeinfo');
  const [, days] = /^(\d+)d$/.exec(data.storageRetention) ?? [];
  const finding = await gate(id, 'Retention of metrics');
  expect(finding.measured).toBe(Number(days));
  // Their objectives look back 28 and 30 days.
  expect(finding.verdict).toBe(Number(days) >= 30 ? 'normal' : 'abnormal');
});

it.each(systemIds)('%s: counts the Alertmanagers that Prometheus sends to', async (id) => {
  const { data } = await json<{ data: { activeAlertmanagers: unknown[] } }>('prometheus', '/api/v1/alertmanagers');
  const finding = await gate(id, 'Alertmanagers that Prometheus knows');
  expect(finding).toMatchObject({ measured: data.activeAlertmanagers.length, verdict: 'normal' });
});

it.each(systemIds)('%s: no rule fails that Prometheus lists as healthy', async (id) => {
  interface Rules {
    data: { groups: Array<{ rules: Array<{ health: string }> }> };
  }
  const { data } = await json<Rules>('prometheus', '/api/v1/rules');
  const failing = data.groups.flatMap(({ rules }) => rules).filter(({ health }) => health === 'err');
  const finding = await gate(id, 'Failed rule evaluations in 15 minutes');
  expect(finding.verdict).toBe(failing.length > 0 ? 'abnormal' : 'normal');
});

const INDICES: Readonly<Record<string, string>> = {
  enis: 'logs-*',
  'mini-market': 'mini-market-logs-*',
  'soma-agent': 'soma-agent-logs-*',
  accelerapp: 'accelerapp-logs-*',
  'app-logs': 'app-logs-*',
};

async function countOf(schema: string, within: number, more: object = { match_all: {} }): Promise<number> {
  const time = { range: { '@timestamp': { gte: toMs - within, lte: toMs, format: 'epoch_millis' } } };
  const query = { bool: { filter: [time, more] } };
  const { count } = await json<{ count: number }>('elasticsearch', `/${INDICES[schema]}/_count`, { query });
  return count;
}

it.each([
  ['enis', 'enis'],
  ['mini-market', 'mini-market'],
  ['soma-agent', 'soma-agent'],
  ['accelerapp', 'accelerapp'],
  ['obs-standards', 'app-logs'],
])('%s: counts the lines of a quarter of an hour that Elasticsearch has', async (id, schema) => {
  const lines = await countOf(schema, 15 * MINUTE_MS);
  expect(lines).toBeGreaterThan(0);
  expect(await gate(id, `Log lines in ${schema}`)).toMatchObject({ measured: lines, verdict: 'normal' });
});

it('finds the lines that name no service', async () => {
  const unnamed = await countOf('app-logs', 60 * MINUTE_MS, { bool: { must_not: [{ exists: { field: 'service' } }] } });
  // The generator writes some from outside of a request, as the standard's own example does.
  expect(unnamed).toBeGreaterThan(0);
  const finding = await gate('obs-standards', 'Lines that name no service');
  expect(finding).toMatchObject({ measured: unnamed, verdict: 'abnormal' });
});

it.each([
  ['accelerapp', 'accelerapp'],
  ['mini-market', 'mini-market'],
])('%s: counts the lines that may hold a secret', async (id, schema) => {
  const words = 'password passwd secret';
  const phrases = ['api key', 'private key'].map((phrase) => ({ match_phrase: { message: phrase } }));
  const suspicious = { bool: { should: [{ match: { message: words } }, ...phrases] } };
  const lines = await countOf(schema, 60 * MINUTE_MS, suspicious);
  const finding = await gate(id, 'Log lines that may hold a secret, in an hour');
  expect(finding).toMatchObject({ measured: lines, verdict: lines > 0 ? 'abnormal' : 'normal' });
});

it('finds no line that should have been deleted, where there is none', async () => {
  const before = { range: { '@timestamp': { lt: 'now-90d' } } };
  const { count } = await json<{ count: number }>('elasticsearch', `/${INDICES['enis']}/_count`, { query: before });
  expect(count).toBe(0);
  expect(await gate('enis', 'Log lines older than 90 days')).toMatchObject({ measured: 0, verdict: 'normal' });
});

it('takes a cluster that is not green for abnormal, and only that', async () => {
  const { status } = await json<{ status: string }>('elasticsearch', '/_cluster/health');
  const finding = await gate('obs-standards', 'Elasticsearch has a node for every shard and copy (green)');
  expect(finding.verdict).toBe(status === 'green' ? 'normal' : 'abnormal');
});

interface JaegerTrace {
  spans: Array<{ spanID: string; processID: string; references: Array<{ spanID: string }>; startTime: number }>;
  processes: Record<string, { serviceName: string; tags: Array<{ key: string }> }>;
}

async function tracesOf(service: string, withinMs: number, limit: number, untilMs = toMs): Promise<JaegerTrace[]> {
  const query = new URLSearchParams({
    service,
    start: String(Math.round(untilMs - withinMs) * 1000),
    end: String(untilMs * 1000),
    limit: String(limit),
  });
  return (await json<{ data: JaegerTrace[] }>('jaeger', `/api/traces?${query.toString()}`)).data;
}

it.each([
  ['enis', 'edge-agents'],
  ['mini-market', 'dashboard'],
  ['soma-agent', 'gateway'],
  ['accelerapp', 'accelerapp'],
  ['obs-standards', 'web-frontend'],
])('%s: traces of %s arrive, and cross services, as Jaeger has them', async (id, service) => {
  const traces = await tracesOf(service, 60 * MINUTE_MS, 20);
  const pairs = new Set<string>();
  for (const { spans, processes } of traces) {
    const serviceOf = (spanId: string) => {
      const span = spans.find(({ spanID }) => spanID === spanId);
      return span && processes[span.processID]?.serviceName;
    };
    for (const { spanID, references } of spans) {
      for (const parent of references) {
        const [caller, called] = [serviceOf(parent.spanID), serviceOf(spanID)];
        if (caller !== undefined && caller !== called) {
          pairs.add(`${caller} ${called}`);
        }
      }
    }
  }
  expect(pairs.size).toBeGreaterThan(0);
  const crossing = await gate(id, `Services that call each other in traces of ${service}`);
  expect(crossing).toMatchObject({ measured: pairs.size, verdict: 'normal' });
  const arriving = await gate(id, `Traces of ${service}`);
  expect(arriving.verdict).toBe((await tracesOf(service, 15 * MINUTE_MS, 20)).length > 0 ? 'normal' : 'abnormal');
});

it('finds version and environment on the spans of every service, as their resources have them', async () => {
  const traces = await tracesOf('nops-kernel', 15 * MINUTE_MS, 20);
  const keys = traces
    .flatMap(({ processes }) => Object.values(processes))
    .map(({ tags }) => tags.map(({ key }) => key));
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.every((own) => own.includes('service.version') && own.includes('deployment.environment'))).toBe(true);
  const finding = await gate('enis', 'Services without service.version or deployment.environment');
  expect(finding).toMatchObject({ measured: 0, verdict: 'normal' });
});

const WINDOW_MS = 5 * MINUTE_MS;

interface Counted {
  /** By how much the counters grew, added up by hand. */
  increase: number;
  /** When the first of them is known. */
  sinceMs: number;
}

/** The raw samples of counters in the five minutes up to a time. */
async function countedIn(selector: string, untilMs: number): Promise<Counted> {
  interface Matrix {
    data: { result: Array<{ values: Array<[number, string]> }> };
  }
  const query = new URLSearchParams({ query: `${selector}[${WINDOW_MS}ms]`, time: String(untilMs / 1000) });
  const { data } = await json<Matrix>('prometheus', `/api/v1/query?${query.toString()}`);
  let increase = 0;
  let sinceMs = untilMs;
  for (const { values } of data.result) {
    const numbers = values.map(([, value]) => Number(value));
    increase += numbers.slice(1).reduce((sum, value, at) => sum + Math.max(0, value - (numbers[at] ?? 0)), 0);
    sinceMs = Math.min(sinceMs, (values[0]?.[0] ?? Infinity) * 1000);
  }
  return { increase, sinceMs };
}

/** What servers say of themselves begins with the stack: a first rate takes a few scrapes. */
const PATIENCE_MS = 60_000;

it.each([
  ['enis', 'nops-kernel', 'nops_requests_total{system="enis"}', 0.01],
  ['soma-agent', 'gateway', 'http_requests_total{system="soma-agent",job="gateway"}', 0.1],
  ['accelerapp', 'accelerapp', 'accelerapp_requests_total{system="accelerapp"}', 0.1],
  ['obs-standards', 'web-frontend', 'http_requests_total{system="obs-standards",service="web-frontend"}', 0.1],
])(
  '%s: the share of requests to %s with a trace is that of the traces in Jaeger',
  async (id, service, requests, policy) => {
    const title = `Requests to ${service} with a stored trace (policy: ${policy * 100} %)`;
    const giveUpAtMs = Date.now() + PATIENCE_MS;
    let untilMs = Date.now();
    let finding = await gate(id, title, { fromMs: untilMs - 60 * MINUTE_MS, toMs: untilMs });
    while (finding.measured === undefined && Date.now() < giveUpAtMs) {
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      untilMs = Date.now();
      finding = await gate(id, title, { fromMs: untilMs - 60 * MINUTE_MS, toMs: untilMs });
    }
    const stored = await countedIn(`jaeger_collector_traces_saved_by_svc_total{svc="${service}"}`, untilMs);
    const asked = await countedIn(requests, untilMs);
    const measured = finding.measured ?? NaN;
    const share = stored.increase / asked.increase;
    // Rates reach out to the ends of their window, by at most a scrape of fifteen seconds.
    expect(measured).toBeGreaterThanOrEqual(share * 0.8);
    expect(measured).toBeLessThanOrEqual(share * 1.3);
    expect(finding.verdict).toBe(measured < policy / 2 ? 'abnormal' : 'normal');

    // What Jaeger counts as stored are the traces that it has: it counts when a trace comes, and finds it by its start.
    const traces = await tracesOf(service, untilMs - stored.sinceMs, 1500, untilMs);
    const begun = traces.filter(({ spans, processes }) => {
      const root = spans.find(({ references }) => references.length === 0);
      return root !== undefined && processes[root.processID]?.serviceName === service;
    });
    expect(Math.abs(begun.length - stored.increase)).toBeLessThanOrEqual(8 + stored.increase * 0.3);
  },
  PATIENCE_MS + 30_000
);

/** Sum of the series of a metric in an exposition, of those whose labels contain a text. */
function sumIn(exposition: string, metric: string, containing = ''): number {
  return exposition
    .split('\n')
    .filter((line) => line.startsWith(metric) && line.includes(containing))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}

it('finds failed notifications where Alertmanager counts some', async () => {
  const exposition = await (await fetch(`${servers.alertmanager.url}/metrics`)).text();
  const finding = await gate('obs-standards', 'Receivers: failed notifications in an hour');
  const failed = sumIn(exposition, 'alertmanager_notifications_failed_total');
  expect(finding.verdict).toBe(failed > 0 ? 'abnormal' : 'normal');
});

it('weighs Vector as its process does', async () => {
  const targets = await json<Array<{ labels: Record<string, string> }>>('telemetry', '/sd');
  const address = targets.find(({ labels }) => labels['job'] === 'vector' && labels['system'] === 'enis');
  const exposition = await (await fetch(`${servers.telemetry.url}${address?.labels['__metrics_path__']}`)).text();
  const bytes = sumIn(exposition, 'process_resident_memory_bytes');
  const finding = await gate('enis', 'Memory of Vector');
  expect(finding.measured).toBeGreaterThan(bytes * 0.8);
  expect(finding.measured).toBeLessThan(bytes * 1.2);
  expect(finding.verdict).toBe((finding.measured ?? NaN) > 50_000_000 ? 'abnormal' : 'normal');
});
