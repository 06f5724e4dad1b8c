import { readFileSync } from 'node:fs';
import path from 'node:path';

// One incident, seen in all three stores of the running stack, at the time that the manifest says.
const projectDir = path.resolve(__dirname, '../../..');
const stateFile = process.env.WATCHKEEPER_STATE ?? path.join(projectDir, '.cache/stack/state.json');
const manifestFile = process.env.WATCHKEEPER_MANIFEST ?? path.join(projectDir, '.cache/telemetry/manifest.json');

interface State {
  servers: Record<'prometheus' | 'jaeger' | 'elasticsearch', { url: string }>;
}
interface Incident {
  id: string;
  startMs: number;
  endMs: number | null;
  traceIds: string[];
}
interface Manifest {
  endMs: number;
  incidents: Incident[];
}

const readJson = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const { servers } = readJson<State>(stateFile);
const manifest = readJson<Manifest>(manifestFile);

async function get<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${response.status} from ${url}`);
  }
  return (await response.json()) as T;
}

async function valueAt(query: string, tMs: number): Promise<number> {
  const url = new URL('/api/v1/query', servers.prometheus.url);
  url.searchParams.set('query', query);
  url.searchParams.set('time', String(tMs / 1_000));
  const answer = await get<{ data: { result: Array<{ value: [number, string] }> } }>(url.href);
  return Number(answer.data.result[0]?.value[1]);
}

function incident(id: string): Incident {
  const found = manifest.incidents.find((one) => one.id === id);
  if (!found) {
    throw new Error(`${manifestFile} has no incident ${id}.`);
  }
  return found;
}

describe('the bad deploy of the NOPS Kernel', () => {
  const burst = incident('enis-nops-deploy-errors');
  const query =
    'sum(rate(nops_requests_total{system="enis",status=~"5.."}[5m])) / sum(rate(nops_requests_total{system="enis"}[5m]))';

  it('shows in the metrics while it lasts, and not half an hour before', async () => {
    expect(await valueAt(query, burst.startMs + 10 * 60_000)).toBeGreaterThan(0.02);
    expect(await valueAt(query, burst.startMs - 30 * 60_000)).toBeLessThan(0.002);
  });

  it('shows in the traces and in the logs of the same requests', async () => {
    const traceId = burst.traceIds[0]!;
    const traces = await get<{
      data: Array<{ spans: Array<{ startTime: number; tags: Array<{ key: string; value: unknown }> }> }>;
    }>(`${servers.jaeger.url}/api/traces/${traceId}`);
    const spans = traces.data[0]!.spans;
    expect(spans.some(({ tags }) => tags.some(({ key, value }) => key === 'error' && value === true))).toBe(true);
    const startMs = Math.min(...spans.map(({ startTime }) => startTime)) / 1_000;
    expect(startMs).toBeGreaterThanOrEqual(burst.startMs);
    expect(startMs).toBeLessThanOrEqual((burst.endMs ?? manifest.endMs) + 90_000);

    const logs = await get<{ hits: { hits: Array<{ _source: Record<string, unknown> }> } }>(
      `${servers.elasticsearch.url}/logs-*/_search?q=trace_id:${traceId}`
    );
    const errors = logs.hits.hits.map(({ _source: line }) => line).filter(({ level }) => level === 'error');
    expect(errors.length).toBeGreaterThan(0);
    expect(Math.abs(Date.parse(String(errors[0]!['@timestamp'])) - startMs)).toBeLessThan(5_000);
  });
});
