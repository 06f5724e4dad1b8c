/** @jest-environment node */
import fc from 'fast-check';
import { ScenarioWorld } from '../engine/world';
import { traffic } from '../kit/rates';
import { shop, SHOP_ANCHOR_MS } from '../testing/shop';
import { CELL_MS, Fleet } from './fleet';

const START = SHOP_ANCHOR_MS - 20 * 60_000;

function fleetOf(system = shop()): Fleet {
  return new Fleet([system], new ScenarioWorld(1, SHOP_ANCHOR_MS, [system]), START);
}
function values(fleet: Fleet, tMs: number): Record<string, number> {
  return Object.fromEntries(
    fleet.series.flatMap((series) =>
      fleet.read(series, tMs).map((value, sample) => {
        const { suffix, labels } = series.state.samples[sample]!;
        const all = Object.values({ ...series.state.labels, ...labels }).join(',');
        return [`${series.metric.name}${suffix}{${all}}`, value];
      })
    )
  );
}

describe('Fleet', () => {
  it('counts rate times time, also inside a cell', () => {
    const fleet = fleetOf();
    fleet.advance(START + 60_000);
    expect(values(fleet, START + 60_000)).toMatchObject({
      'requests_total{200}': 600,
      'requests_total{500}': 0,
      'duration_seconds_count{}': 600,
      'size_bytes_count{}': 120,
    });
    expect(values(fleet, START + 67_300)['requests_total{200}']).toBe(673);
  });

  it('splits calls into good and failed ones while an incident is on', () => {
    const fleet = fleetOf();
    fleet.advance(SHOP_ANCHOR_MS - 10 * 60_000);
    const before = values(fleet, SHOP_ANCHOR_MS - 10 * 60_000);
    fleet.advance(SHOP_ANCHOR_MS - 9 * 60_000);
    const after = values(fleet, SHOP_ANCHOR_MS - 9 * 60_000);
    expect(after['requests_total{500}']! - before['requests_total{500}']!).toBe(300);
    expect(after['requests_total{200}']! - before['requests_total{200}']!).toBe(300);
  });

  it('fills buckets by the distribution of the latency', () => {
    const fleet = fleetOf();
    fleet.advance(START + 1_000_000 - (1_000_000 % CELL_MS));
    const read = values(fleet, fleet.atMs);
    const count = read['duration_seconds_count{}']!;
    // Median 0.1 s, sigma 0.5: half below 0.1; ln(0.05/0.1)/0.5 = -1.3863 → 8.28 %; ln(5)/0.5 = 3.2189 → 99.936 %.
    expect(read['duration_seconds_bucket{0.1}']! / count).toBeCloseTo(0.5, 3);
    expect(read['duration_seconds_bucket{0.05}']! / count).toBeCloseTo(0.0828, 3);
    expect(read['duration_seconds_bucket{0.5}']! / count).toBeCloseTo(0.99936, 3);
    // Mean of the lognormal: 0.1 · e^0.125.
    expect(read['duration_seconds_sum{}']! / count).toBeCloseTo(0.113315, 4);
    expect(read['size_bytes{0.5}']).toBeCloseTo(1_000, 1);
    expect(read['size_bytes{0.95}']).toBeCloseTo(2_276.02, 1);
  });

  it('never lets a counter fall, and keeps buckets cumulative with +Inf equal to the count', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(steps, (gaps) => {
        const fleet = fleetOf(shop(traffic('shop', 7, 0.9)));
        let tMs = START;
        let before: Record<string, number> = {};
        for (const gap of gaps) {
          tMs += gap;
          fleet.advance(tMs);
          const now = values(fleet, tMs);
          for (const [name, value] of Object.entries(now)) {
            if (/_total|_count|_bucket|_sum/.test(name)) {
              expect(value).toBeGreaterThanOrEqual(before[name] ?? 0);
            }
          }
          const buckets = ['0.05', '0.1', '0.5', '1.0', '+Inf'].map((le) => now[`duration_seconds_bucket{${le}}`]!);
          expect([...buckets].sort((a, b) => a - b)).toEqual(buckets);
          expect(buckets.at(-1)).toBe(now['duration_seconds_count{}']);
          before = now;
        }
      }),
      { numRuns: 40 }
    );
  });

  it('gives the same values whatever the steps on the way', () => {
    const direct = fleetOf(shop(traffic('shop', 7)));
    direct.advance(SHOP_ANCHOR_MS);
    const inSteps = fleetOf(shop(traffic('shop', 7)));
    for (let tMs = START; tMs <= SHOP_ANCHOR_MS; tMs += 7_919) {
      inSteps.advance(tMs);
    }
    inSteps.advance(SHOP_ANCHOR_MS);
    expect(values(inSteps, SHOP_ANCHOR_MS + 4_000)).toEqual(values(direct, SHOP_ANCHOR_MS + 4_000));
  });

  it('goes on from saved totals without a seam', () => {
    const whole = fleetOf();
    whole.age();
    whole.advance(START + 300_000);
    const saved: unknown = JSON.parse(JSON.stringify(whole.totals()));
    const next = fleetOf();
    next.restore(saved as ReturnType<Fleet['totals']>);
    whole.advance(START + 500_000);
    next.advance(START + 500_000);
    expect(values(next, START + 500_000)).toEqual(values(whole, START + 500_000));
  });

  it('exposes a series only while it is present', () => {
    const fleet = fleetOf();
    expect(values(fleet, START)['build_info{2}']).toBeNaN();
    fleet.advance(SHOP_ANCHOR_MS);
    expect(values(fleet, SHOP_ANCHOR_MS)['build_info{2}']).toBe(1);
  });

  it('refuses models that contradict themselves', () => {
    const base = shop();
    const gauge = (series: object) => ({
      ...base,
      metrics: [{ kind: 'gauge' as const, name: 'g', help: '', series: [series as never] }],
    });
    expect(() => fleetOf(gauge({ job: 'nowhere', value: () => 1 }))).toThrow(
      'enis: g names target nowhere/*, which is not declared.'
    );
    expect(() => fleetOf(gauge({ job: 'shop', labels: { zone: 'b' }, value: () => 1 }))).toThrow(
      'enis: g repeats the target label "zone" of shop.'
    );
    expect(() => fleetOf({ ...base, metrics: [base.metrics[0]!, base.metrics[0]!] })).toThrow(
      'Series declared twice: requests_total'
    );
    const fleet = fleetOf();
    expect(() => fleet.advance(START - CELL_MS)).toThrow(
      'Telemetry cannot go back from 2025-10-15T14:40:00.000Z to 2025-10-15T14:39:45.000Z.'
    );
  });
});
