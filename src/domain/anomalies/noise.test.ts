/** @jest-environment node */
import { compareOperation } from './compare';
import { samplePairs } from './sample';
import { type Trace } from '../traces/types';

// Operations that have not changed, drawn from a heavy tail: what the rules make of chance alone.
const OPERATIONS = 1000;
const SPREAD = 1;
const ERROR_RATIO = 0.02;

/** Marsaglia's xorshift: the same draws on every machine. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const random = draws(20_261_121);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

function traceOf(count: number, slowdown = 1, errorRatio = ERROR_RATIO): Trace {
  const spans = Array.from({ length: count }, (_, index) => ({
    traceId: 't',
    spanId: String(index),
    parentSpanId: null,
    operationName: 'op',
    serviceName: 'one',
    serviceTags: [],
    startTimeMs: 0,
    durationMs: slowdown * 100 * Math.exp(SPREAD * normal()),
    tags: random() < errorRatio ? [{ key: 'error', value: true }] : [],
    events: [],
    references: [],
    warnings: [],
  }));
  return { traceId: 't', spans };
}

function flagged(recentCalls: number, baselineCalls: number, slowdown?: number, errorRatio?: number): number {
  return Array.from({ length: OPERATIONS }, () => {
    const [pair] = samplePairs(
      { system: '', service: 'one' },
      [traceOf(recentCalls, slowdown, errorRatio)],
      [traceOf(baselineCalls)]
    );
    return pair && compareOperation(pair).anomalies.length > 0 ? 1 : 0;
  }).reduce((sum: number, one) => sum + one, 0);
}

describe('chance alone', () => {
  it.each([
    [20, 20],
    [20, 480],
    [60, 60],
    [100, 400],
  ])('flags at most two in a thousand of %d calls against %d, one by each rule', (recent, baseline) =>
    expect(flagged(recent, baseline)).toBeLessThanOrEqual((2 * OPERATIONS) / 1000)
  );

  it('and does not hide what is three times as slow, or fails ten times as often', () => {
    expect(flagged(100, 400, 3)).toBeGreaterThan(0.8 * OPERATIONS);
    expect(flagged(100, 400, 1, 10 * ERROR_RATIO)).toBeGreaterThan(0.9 * OPERATIONS);
  });
});
