/** @jest-environment node */
import { ScenarioWorld } from '../engine/world';
import { always } from '../kit/rates';
import { shop, SHOP_ANCHOR_MS } from '../testing/shop';
import { trafficBetween } from './traffic';

const MINUTE = 60_000;
const worldOf = (system = shop()): ScenarioWorld => new ScenarioWorld(1, SHOP_ANCHOR_MS, [system]);

describe('trafficBetween', () => {
  const system = shop();
  const busy = { ...system, flows: [{ ...system.flows[0]!, samplesPerMinute: always(40) }] };
  const burst = trafficBetween(
    [busy],
    worldOf(busy),
    SHOP_ANCHOR_MS - 10 * MINUTE + 1_000,
    SHOP_ANCHOR_MS - 5 * MINUTE
  );
  const quiet = trafficBetween([system], worldOf(), SHOP_ANCHOR_MS - 20 * MINUTE, SHOP_ANCHOR_MS - 10 * MINUTE);

  it('fails requests in the incident and only there', () => {
    const failed = burst.traces.filter(({ spans }) => spans[0]!.status === 'error');
    // About 199 requests, half of which fail; the standard deviation is 7.
    expect(Math.abs(failed.length - burst.traces.length / 2)).toBeLessThan(22);
    expect(failed.every(({ incidents }) => incidents.includes('enis-burst'))).toBe(true);
    expect(quiet.traces.every(({ spans }) => spans[0]!.status === 'unset')).toBe(true);
    expect(burst.logs.filter(({ log }) => log.level === 'error').map(({ log }) => log.traceId)).toEqual(
      failed.map(({ traceId }) => traceId)
    );
  });

  it('has the sampled requests, the streams and the deploys of its minutes', () => {
    expect(quiet.traces).toHaveLength(40);
    expect(quiet.logs.filter(({ log }) => log.message === 'beat')).toHaveLength(20);
    const late = trafficBetween([system], worldOf(), SHOP_ANCHOR_MS - 4 * MINUTE, SHOP_ANCHOR_MS);
    const deploys = late.logs.filter(({ log }) => log.message === 'deployed');
    expect(deploys.map(({ log }) => log.tMs)).toEqual([SHOP_ANCHOR_MS - 3 * MINUTE]);
  });

  it('is ordered by time and gives every document its own id', () => {
    const times = quiet.logs.map(({ log }) => log.tMs);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(new Set(quiet.logs.map(({ id }) => id)).size).toBe(quiet.logs.length);
  });

  it('keeps of the error candidates only those that failed', () => {
    const [flow] = system.flows;
    const tail = {
      ...system,
      flows: [{ ...flow!, samplesPerMinute: always(0), errorCandidatesPerMinute: always(40) }],
    };
    const kept = trafficBetween(
      [tail],
      worldOf(tail),
      SHOP_ANCHOR_MS - 12 * MINUTE,
      SHOP_ANCHOR_MS - 7 * MINUTE
    ).traces;
    // Three minutes of the burst at 40 candidates, half of which fail: 60, with a standard deviation of 5.5.
    expect(Math.abs(kept.length - 60)).toBeLessThan(20);
    expect(kept.every(({ spans }) => spans[0]!.status === 'error')).toBe(true);
  });
});
