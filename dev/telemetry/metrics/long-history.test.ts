/** @jest-environment node */
import { ScenarioWorld } from '../engine/world';
import { traffic } from '../kit/rates';
import type { SystemModel } from '../model';
import { shop, SHOP_ANCHOR_MS } from '../testing/shop';
import { Fleet } from './fleet';
import { recordLongHistory } from './long-history';
import { recordFleet, type Recording } from './recording';

const HOUR_MS = 3_600_000;
const START_MS = SHOP_ANCHOR_MS - 6 * HOUR_MS;
const LONG_START_MS = SHOP_ANCHOR_MS - 25 * HOUR_MS;
const COUNTER = 'agent_executions_total';

/** The shop under a name that the catalog reads over 24 hours. */
function longShop(system = shop()): SystemModel {
  return {
    ...system,
    metrics: system.metrics.map((metric) => (metric.name === 'requests_total' ? { ...metric, name: COUNTER } : metric)),
  };
}
function record(system: SystemModel): {
  early: Recording;
  fine: Recording;
  fleet: Fleet;
  aged: Fleet;
} {
  const world = new ScenarioWorld(1, SHOP_ANCHOR_MS, [system]);
  const aged = new Fleet([system], world, START_MS);
  aged.age();
  const fleet = new Fleet([system], world, START_MS);
  fleet.age();
  const early = recordLongHistory([system], fleet, world, {
    fromMs: LONG_START_MS,
    shortMs: 6 * HOUR_MS,
  });
  return {
    early,
    fine: recordFleet(fleet, START_MS, SHOP_ANCHOR_MS, 30_000),
    fleet,
    aged,
  };
}
/** Times and values of the counter's series with a status, coarse part first. */
function line({ early, fine }: { early: Recording; fine: Recording }, status: string): Array<[number, number]> {
  return [early, fine].flatMap(({ timesMs, series }) => {
    const found = series.find(
      ({ series: { metric, state } }) => metric.name === COUNTER && state.labels.status === status
    )!;
    return timesMs.map((tMs, step): [number, number] => [tMs, found.columns[0]![step]!]);
  });
}

describe('recordLongHistory', () => {
  it('reaches from the long start to the fine part', () => {
    const { early } = record(longShop());
    // Backwards: steps of 30 s to 149 s take 10,740 s, then 384 of 150 s fit into 19 hours.
    expect(early.timesMs).toHaveLength(1 + 120 + 384);
    expect(early.timesMs[0]).toBe(LONG_START_MS + 60_000);
    expect(early.timesMs.at(-1)).toBe(START_MS);
    expect(early.series.map(({ series }) => series.metric.name)).toEqual([COUNTER, COUNTER]);
    expect(early.up).toEqual([]);
  });

  it('changes the step by a second at most, also at the seam', () => {
    const timesMs = line(record(longShop()), '200').map(([tMs]) => tMs);
    const stepsMs = timesMs.slice(1).map((tMs, index) => tMs - timesMs[index]!);
    expect(Math.max(...stepsMs)).toBe(150_000);
    expect(Math.max(...stepsMs.slice(1).map((stepMs, index) => Math.abs(stepMs - stepsMs[index]!)))).toBe(1_000);
  });

  it('lets no counter fall or jump at the seam', () => {
    const values = line(record(longShop(shop(traffic('shop', 7)))), '200');
    values.slice(1).forEach(([tMs, value], index) => {
      const [beforeMs, before] = values[index]!;
      expect(value).toBeGreaterThanOrEqual(before);
      // Never more than 14 a second: twice the mean.
      expect(value - before).toBeLessThanOrEqual((14 * (tMs - beforeMs)) / 1_000 + 1);
    });
  });

  it('counts the events of 24 hours', () => {
    const both = record(longShop());
    const increase = (status: string): number => {
      const values = line(both, status);
      return values.at(-1)![1] - values.find(([tMs]) => tMs >= SHOP_ANCHOR_MS - 24 * HOUR_MS)![1];
    };
    // Ten a second for a day less the minute up to the first sample; five a second failed for five minutes.
    expect(increase('200')).toBe(864_000 - 600 - 1_500);
    expect(increase('500')).toBe(1_500);
  });

  it('takes the buckets of a distribution that is compared with the day before', () => {
    const system = shop();
    const metrics = system.metrics.map((metric) =>
      metric.name === 'duration_seconds' ? { ...metric, name: 'agent_execution_duration_seconds' } : metric
    );
    const { early, fine } = record({ ...system, metrics });
    const bucketsOf = ({ series }: Recording) =>
      series.find(({ series: { metric } }) => metric.name === 'agent_execution_duration_seconds')!.columns;
    const [coarse, raw] = [bucketsOf(early), bucketsOf(fine)];
    expect(coarse).toHaveLength(raw.length);
    coarse.forEach((column, index) => {
      expect(column.at(-1)! - column[0]!).toBeGreaterThanOrEqual(0);
      expect(raw[index]![0]!).toBeGreaterThanOrEqual(column.at(-1)!);
    });
  });

  it('adds the coarse hours to the totals and leaves the other series as they were', () => {
    const { fleet, aged } = record(longShop());
    aged.advance(SHOP_ANCHOR_MS);
    fleet.advance(SHOP_ANCHOR_MS);
    const [now, before] = [fleet.totals(), aged.totals()];
    const isLong = (key: string): boolean => key.startsWith(`${COUNTER}\u0000`);
    const good = Object.keys(now.totals).find((key) => isLong(key) && key.includes('"200"'))!;
    // Nineteen hours at ten a second.
    expect(now.totals[good]![0]! - before.totals[good]![0]!).toBeCloseTo(684_000, 3);
    const others = Object.keys(now.totals).filter((key) => !isLong(key));
    expect(others.length).toBeGreaterThan(0);
    others.forEach((key) => expect(now.totals[key]).toEqual(before.totals[key]));
  });
});
