/** @jest-environment node */
import { ScenarioWorld } from '../engine/world';
import { Exemplars } from '../metrics/exemplars';
import { Fleet } from '../metrics/fleet';
import { withSpanMetrics } from '../spans/span-metrics';
import { shop, SHOP_ANCHOR_MS } from '../testing/shop';
import { trafficBetween } from '../traffic/traffic';
import { OwnMetrics } from '../self/own-metrics';
import { liveServer } from './server';

const open: Array<{ close(): Promise<void> }> = [];

async function start(probeElasticsearch?: () => Promise<string>) {
  const systems = [withSpanMetrics(shop())];
  const world = new ScenarioWorld(1, SHOP_ANCHOR_MS, systems);
  const fleet = new Fleet(systems, world, SHOP_ANCHOR_MS);
  const exemplars = new Exemplars(fleet);
  const clock = { nowMs: SHOP_ANCHOR_MS, changes: 0 };
  const server = liveServer({
    fleet,
    exemplars,
    schedule: world.incidents,
    systems,
    now: () => clock.nowMs,
    own: new OwnMetrics(['jaeger']),
    probeElasticsearch,
    onChange: () => {
      clock.changes += 1;
    },
  });
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  open.push(server);
  const request = async (method: string, path: string) => {
    const response = await fetch(`${url}${path}`, { method });
    const body = await response.text();
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      body,
      json: (): unknown => JSON.parse(body),
    };
  };
  const get = (path: string) => request('GET', path);
  return { systems, world, exemplars, clock, address: url.replace('http://', ''), request, get };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

describe('liveServer', () => {
  it('lists its targets for Prometheus', async () => {
    const { address, get } = await start();
    expect((await get('/sd')).json()).toEqual([
      {
        targets: [address],
        labels: {
          __metrics_path__: '/metrics/enis/shop/shop-0',
          job: 'shop',
          instance: 'shop-0',
          system: 'enis',
          zone: 'a',
        },
      },
      {
        targets: [address],
        labels: { __metrics_path__: '/metrics/enis/edge/edge-0', job: 'edge', instance: 'edge-0', system: 'enis' },
      },
      {
        targets: [address],
        labels: {
          __metrics_path__: '/metrics/enis/span-metrics/otel-collector-enis:8889',
          job: 'span-metrics',
          instance: 'otel-collector-enis:8889',
          system: 'enis',
        },
      },
    ]);
  });

  it('answers a scrape in OpenMetrics format', async () => {
    const { clock, get } = await start();
    clock.nowMs += 60_000;
    const answer = await get('/metrics/enis/shop/shop-0');
    expect(answer.type).toBe('application/openmetrics-text; version=1.0.0; charset=utf-8');
    const lines = answer.body.split('\n');
    expect(lines.slice(0, 4)).toEqual([
      '# HELP requests Requests',
      '# TYPE requests counter',
      'requests_total{status="200"} 600',
      'requests_total{status="500"} 0',
    ]);
    expect(lines).toContain('duration_seconds_bucket{le="+Inf"} 600');
    expect(lines.slice(-2)).toEqual(['# EOF', '']);
  });

  it('puts the trace of the latest request on its bucket', async () => {
    const { systems, world, exemplars, get } = await start();
    const { traces } = trafficBetween(systems, world, SHOP_ANCHOR_MS - 60_000, SHOP_ANCHOR_MS);
    exemplars.add(traces.slice(0, 1));
    const { traceId, spans } = traces[0]!;
    const seconds = (spans[0]!.endMs - spans[0]!.startMs) / 1_000;
    const shopLines = (await get('/metrics/enis/shop/shop-0')).body
      .split('\n')
      .filter((line) => line.includes(traceId));
    expect(shopLines).toHaveLength(1);
    const exemplar = / # \{trace_id="[0-9a-f]{32}"\} ([\d.]+) [\d.]+$/.exec(shopLines[0]!);
    expect(Number(exemplar![1])).toBeCloseTo(seconds, 5);
    const bound = Number(/le="([^"]+)"/.exec(shopLines[0]!)![1]);
    expect(seconds).toBeLessThanOrEqual(bound);
    const spanMetrics = (await get('/metrics/enis/span-metrics/otel-collector-enis:8889')).body;
    expect(spanMetrics.split('\n').filter((line) => line.includes(traceId))).toHaveLength(1);
  });

  it('starts and ends an incident by hand: the target goes down and comes back', async () => {
    const { clock, request, get } = await start();
    expect((await get('/metrics/enis/edge/edge-0')).status).toBe(200);
    const started = await request('POST', '/incidents/enis-silent');
    expect(started.json()).toMatchObject({ id: 'enis-silent', on: true, occurrences: [{ startMs: SHOP_ANCHOR_MS }] });
    clock.nowMs += 10_000;
    expect((await get('/metrics/enis/edge/edge-0')).status).toBe(503);
    const ended = await request('DELETE', '/incidents/enis-silent');
    expect(ended.json()).toMatchObject({ on: false, occurrences: [{ startMs: SHOP_ANCHOR_MS, endMs: clock.nowMs }] });
    clock.nowMs += 10_000;
    expect((await get('/metrics/enis/edge/edge-0')).status).toBe(200);
    expect(clock.changes).toBe(2);
  });

  it('lists incidents with what happened so far', async () => {
    const { get } = await start();
    expect((await get('/incidents')).json()).toMatchObject([
      { id: 'enis-burst', system: 'enis', kind: 'error-burst-after-deploy', on: false, occurrences: [{}] },
      { id: 'enis-silent', on: false, occurrences: [] },
    ]);
  });

  it('tells about itself', async () => {
    const { get } = await start();
    const { status, body } = await get('/metrics');
    expect(status).toBe(200);
    expect(body).toContain('watchkeeper_telemetry_sent_total{store="jaeger",result="accepted"} 0');
  });

  it('passes on what Elasticsearch says, and that it says nothing', async () => {
    const answers = [() => Promise.resolve('up_to_date 1\n'), () => Promise.reject(new Error('away'))];
    const { get } = await start(() => answers.shift()!());
    expect(await get('/probe/elasticsearch')).toMatchObject({ status: 200, body: 'up_to_date 1\n' });
    expect(await get('/probe/elasticsearch')).toMatchObject({ status: 503, body: 'away\n' });
    expect((await (await start()).get('/probe/elasticsearch')).status).toBe(404);
  });

  it('names what it does not know', async () => {
    const { get, request } = await start();
    const target = await get('/metrics/enis/shop/shop-9');
    expect([target.status, target.body]).toEqual([404, 'No target enis/shop/shop-9; GET /sd lists all.\n']);
    const incident = await request('POST', '/incidents/nope');
    expect([incident.status, incident.json()]).toEqual([
      404,
      { error: 'Unknown incident "nope"; GET /incidents lists all.' },
    ]);
  });

  it('does not fail when the clock is set back', async () => {
    const { clock, get } = await start();
    clock.nowMs -= 3_600_000;
    expect((await get('/metrics/enis/shop/shop-0')).status).toBe(200);
  });
});
