/** @jest-environment node */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ScenarioWorld } from '../engine/world';
import { Fleet } from '../metrics/fleet';
import type { TimeMs } from '../model';
import { withSpanMetrics } from '../spans/span-metrics';
import { TelemetryFiles, type Manifest } from '../store/files';
import { shop, SHOP_ANCHOR_MS } from '../testing/shop';
import { backfill, type BackfillOptions } from './backfill';

const MINUTE = 60_000;
const systems = [withSpanMetrics(shop())];
const folders: string[] = [];

/** A system whose counter the catalog reads over 24 hours. */
const executions = {
  ...shop(),
  metrics: shop().metrics.map((metric) =>
    metric.name === 'requests_total' ? { ...metric, name: 'agent_executions_total' } : metric
  ),
};

async function run(
  outDir: string,
  options: Partial<BackfillOptions> & { endMs: TimeMs },
  played = systems
): Promise<Manifest> {
  return backfill(played, {
    outDir,
    seed: 1,
    hours: 0.5,
    days: 0.25,
    withMetrics: true,
    report: () => {},
    ...options,
  });
}
function folder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'telemetry-'));
  folders.push(dir);
  return dir;
}
const text = (dir: string, name: string): string => readFileSync(path.join(dir, 'openmetrics', name), 'utf8');
/** Values by time of one series. */
function samples(dir: string, series: string, file = 'raw.om'): Array<[seconds: number, value: number]> {
  return text(dir, file)
    .split('\n')
    .filter((line) => line.startsWith(`${series} `))
    .map((line) => {
      const [value, seconds] = line.slice(series.length + 1).split(' ');
      return [Number(seconds), Number(value)];
    });
}
const REQUESTS = 'requests_total{job="shop",instance="shop-0",system="enis",zone="a",status="200"}';
const ERRORS = REQUESTS.replace('200', '500');

afterAll(() => folders.forEach((dir) => rmSync(dir, { recursive: true })));

describe('backfill', () => {
  it('is the same byte for byte under one seed, and other under another', async () => {
    const [one, two, other] = [folder(), folder(), folder()];
    const first = await run(one, { endMs: SHOP_ANCHOR_MS });
    expect(await run(two, { endMs: SHOP_ANCHOR_MS })).toEqual(first);
    const third = await run(other, { endMs: SHOP_ANCHOR_MS, seed: 2 });
    for (const name of ['raw.om', 'slo.om']) {
      expect(text(two, name)).toBe(text(one, name));
    }
    expect(text(other, 'raw.om')).not.toBe(text(one, 'raw.om'));
    expect(third.incidents[0]!.traceIds).not.toEqual(first.incidents[0]!.traceIds);
  });

  it('writes families one after another, every line well formed, and an end', async () => {
    const dir = folder();
    await run(dir, { endMs: SHOP_ANCHOR_MS });
    const lines = text(dir, 'raw.om').trimEnd().split('\n');
    const families = lines.filter((line) => line.startsWith('# TYPE ')).map((line) => line.split(' ')[2]);
    expect(new Set(families).size).toBe(families.length);
    expect(lines.at(-1)).toBe('# EOF');
    const sample = /^[a-zA-Z_:][\w:]*\{([a-z_]+="[^"\n]*",?)+\} [-+\d.e]+ \d+$/;
    expect(lines.filter((line) => !line.startsWith('#') && !sample.test(line))).toEqual([]);
  });

  it('shows the incident in counters, manifest and nowhere else', async () => {
    const dir = folder();
    const manifest = await run(dir, { endMs: SHOP_ANCHOR_MS });
    const errors = samples(dir, ERRORS);
    const at = (minutesBefore: number): number =>
      errors.find(([seconds]) => seconds === (SHOP_ANCHOR_MS - minutesBefore * MINUTE) / 1_000)![1];
    expect(at(10) - at(20)).toBe(0);
    // Five minutes of five failures a second.
    expect(at(5) - at(10)).toBe(1_500);
    expect(at(0) - at(4)).toBe(0);
    expect(manifest.incidents).toHaveLength(1);
    expect(manifest.incidents[0]).toMatchObject({
      id: 'enis-burst',
      system: 'enis',
      startMs: SHOP_ANCHOR_MS - 10 * MINUTE,
      endMs: SHOP_ANCHOR_MS - 5 * MINUTE,
    });
    expect(manifest.incidents[0]!.traceIds.length).toBeGreaterThan(0);
  });

  it('fills a gap with counters that neither reset nor jump', async () => {
    const [whole, pieces] = [folder(), folder()];
    await run(pieces, { endMs: SHOP_ANCHOR_MS });
    const before = samples(pieces, REQUESTS).at(-1)!;
    const later = SHOP_ANCHOR_MS + 10 * MINUTE;
    const manifest = await run(pieces, { endMs: later, sinceMs: SHOP_ANCHOR_MS });
    const gap = samples(pieces, REQUESTS);
    expect(gap[0]![0]).toBe(SHOP_ANCHOR_MS / 1_000 + 30);
    // Ten requests a second, thirty seconds on.
    expect(gap[0]![1] - before[1]).toBe(300);
    expect(gap.at(-1)![0]).toBe(later / 1_000);
    expect(manifest).toMatchObject({ anchorMs: SHOP_ANCHOR_MS, startMs: SHOP_ANCHOR_MS - 30 * MINUTE, endMs: later });
    expect(manifest.incidents[0]!.traceIds).toEqual(
      (await run(whole, { endMs: SHOP_ANCHOR_MS })).incidents[0]!.traceIds
    );
  });

  it('writes coarse series before the raw ones, the same under one seed, and none into a gap', async () => {
    const [one, two] = [folder(), folder()];
    const first = await run(one, { endMs: SHOP_ANCHOR_MS, longHours: 25 }, [executions]);
    await run(two, { endMs: SHOP_ANCHOR_MS, longHours: 25 }, [executions]);
    expect(text(two, 'long.om')).toBe(text(one, 'long.om'));
    const name = REQUESTS.replace('requests_total', 'agent_executions_total');
    const [coarse, fine] = [samples(one, name, 'long.om'), samples(one, name)];
    // Steps of 30 s to 149 s, then 516 of 150 s fit into 24.5 hours; two series.
    expect(coarse).toHaveLength(1 + 120 + 516);
    expect(first.counts.longSamples).toBe(1_274);
    expect(coarse.at(-1)![0]).toBe(SHOP_ANCHOR_MS / 1_000 - 1_800);
    // Ten a second over the thirty seconds to the first raw sample.
    expect(fine[0]![1] - coarse.at(-1)![1]).toBe(300);

    const later = SHOP_ANCHOR_MS + 10 * MINUTE;
    await run(one, { endMs: later, sinceMs: SHOP_ANCHOR_MS, longHours: 25 }, [executions]);
    expect(existsSync(path.join(one, 'openmetrics', 'long.om'))).toBe(false);
    expect(samples(one, name)[0]![1] - fine.at(-1)![1]).toBe(300);
  });

  it('leaves counters from which the live mode goes on', async () => {
    const dir = folder();
    await run(dir, { endMs: SHOP_ANCHOR_MS });
    const counters = new TelemetryFiles(dir).readCounters()!;
    const fleet = new Fleet(systems, new ScenarioWorld(1, SHOP_ANCHOR_MS, systems), counters.atMs);
    fleet.restore(counters);
    const series = fleet.series.find(({ state }) => state.labels.status === '200')!;
    expect(fleet.read(series, SHOP_ANCHOR_MS)).toEqual([samples(dir, REQUESTS).at(-1)![1]]);
    expect(counters.trafficMs).toBe(SHOP_ANCHOR_MS);
  });

  it('sends the same traffic once more without touching metrics', async () => {
    const dir = folder();
    const first = await run(dir, { endMs: SHOP_ANCHOR_MS });
    const files = new TelemetryFiles(dir);
    const [metrics, counters] = [text(dir, 'raw.om'), files.readCounters()!];
    const reports: string[] = [];
    const later = SHOP_ANCHOR_MS + 5 * MINUTE;
    const again = await run(dir, { endMs: later, withMetrics: false, report: (line) => reports.push(line) });
    expect(again).toEqual(first);
    expect(text(dir, 'raw.om')).toBe(metrics);
    expect(files.readCounters()).toEqual({ ...counters, trafficMs: later });
    // Four requests a minute for half an hour.
    expect(reports).toEqual(['traces 120, spans not sent, logs not sent']);
  });

  it('says when there is nothing to fill', async () => {
    const dir = folder();
    await run(dir, { endMs: SHOP_ANCHOR_MS });
    await expect(run(dir, { endMs: SHOP_ANCHOR_MS, sinceMs: SHOP_ANCHOR_MS })).rejects.toThrow('Nothing to fill');
  });
});
