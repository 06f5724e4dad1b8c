import fc from 'fast-check';
import { type Signal } from '../signals/types';
import { type Attainment } from '../slo/attainment';
import { burnRate, type ObjectiveStanding, tierHealth } from './health';
import { type TierFacts, type TierSignals } from './types';

const counter: Signal = { kind: 'rate', title: 'Runs', metric: 'runs_total', unit: 'ops', direction: 'neutral' };
const ratio: Signal = {
  kind: 'ratio',
  title: 'Failed',
  part: { metric: 'runs_total', where: { status: 'failed' } },
  total: { metric: 'runs_total' },
  unit: 'percentunit',
  direction: 'lower-is-better',
  thresholds: { warning: 0.01, critical: 0.05 },
};
const p95: Signal = {
  kind: 'quantile',
  title: 'p95',
  histogram: 'run_seconds',
  quantile: 0.95,
  unit: 's',
  direction: 'lower-is-better',
  thresholds: { critical: 2 },
};
const depth: Signal = {
  kind: 'gauge',
  title: 'Queue',
  metric: 'queue',
  aggregation: 'max',
  unit: 'short',
  direction: 'lower-is-better',
  thresholds: { warning: 80, critical: 100 },
};
const signals: TierSignals = { traffic: counter, errors: ratio, latency: p95, queue: depth };

const END_MS = 1_000_000_000_000;
const MINUTE_MS = 60_000;
const well: TierFacts = {
  traffic: 3.3,
  errorRatio: 0.001,
  latencyP95: 0.4,
  fullestQueue: 40,
  lastSeenMs: END_MS - 10_000,
  reachableRatio: 1,
};

const standing = (attainment: Attainment, burn?: number): ObjectiveStanding => ({
  objective: { id: 'o', title: 'O', targetRatio: 0.99, windowDays: 28 },
  attainment,
  burnRate: burn,
});
const attained: Attainment = { state: 'ok', attainedRatio: 0.995, budgetRemainingRatio: 0.5, coverageRatio: 1 };

describe('tierHealth', () => {
  it('is well when it reports and keeps every bound', () => {
    expect(tierHealth(well, signals, END_MS, standing(attained))).toEqual({ state: 'ok', reasons: [] });
  });

  it('says what is past its bound, worst first', () => {
    const { state, reasons } = tierHealth({ ...well, errorRatio: 0.062, fullestQueue: 85 }, signals, END_MS);
    expect(state).toBe('critical');
    expect(reasons.map(({ text }) => text)).toEqual([
      'fails 6.2 % of its executions (bound: 5 %)',
      'has 85 waiting in a queue (bound: 80)',
    ]);
  });

  it('calls a slow tier by its p95', () => {
    expect(tierHealth({ ...well, latencyP95: 2.94 }, signals, END_MS).reasons).toEqual([
      { about: 'latency', state: 'critical', text: 'takes 2.94 s at p95 (bound: 2 s)' },
    ]);
  });

  it('is silent after five minutes, and old numbers do not count', () => {
    const facts = { ...well, errorRatio: 0.5, lastSeenMs: END_MS - 184 * MINUTE_MS };
    expect(tierHealth(facts, signals, END_MS)).toEqual({
      state: 'silent',
      reasons: [{ about: 'silence', state: 'silent', text: 'has not reported for 3 h 4 min' }],
    });
    expect(tierHealth({ ...well, lastSeenMs: END_MS - 5 * MINUTE_MS }, signals, END_MS).state).toBe('ok');
    expect(tierHealth({ ...well, lastSeenMs: END_MS - 5 * MINUTE_MS - 1 }, signals, END_MS).state).toBe('silent');
  });

  it('is silent at once when none of its targets answers', () => {
    const { state, reasons } = tierHealth({ ...well, reachableRatio: 0 }, signals, END_MS);
    expect(state).toBe('silent');
    expect(reasons[0]?.text).toBe('cannot be reached; its last report is 10 s old');
  });

  it('warns when some targets do not answer', () => {
    expect(tierHealth({ ...well, reachableRatio: 0.5 }, signals, END_MS).reasons).toEqual([
      { about: 'targets', state: 'warning', text: 'reports from 50 % of its targets only' },
    ]);
  });

  it('has no data when it was never seen', () => {
    expect(tierHealth({}, signals, END_MS).state).toBe('no-data');
  });

  it('has no traffic when it reports and nothing is executed', () => {
    expect(tierHealth({ ...well, traffic: 0, errorRatio: undefined }, signals, END_MS)).toEqual({
      state: 'no-traffic',
      reasons: [{ about: 'traffic', state: 'no-traffic', text: 'is idle' }],
    });
  });

  it('is not configured without signals', () => {
    expect(tierHealth(well, {}, END_MS).state).toBe('not-configured');
  });

  it('is breached when the budget is overspent, and says that it goes on', () => {
    const breached = standing(
      { state: 'breached', attainedRatio: 0.98946, budgetRemainingRatio: -0.054, coverageRatio: 1 },
      1.3
    );
    expect(tierHealth(well, signals, END_MS, breached)).toEqual({
      state: 'breached',
      reasons: [
        {
          about: 'budget',
          state: 'breached',
          text: 'has overspent its error budget by 5 %, and burns it 1.3 times too fast',
        },
      ],
    });
  });

  it('tells a fast burn before the budget is gone', () => {
    // 2 % of 28 days in one hour is 0.02 × 672 = 13.44; 5 % in six hours is 0.05 × 112 = 5.6.
    expect(tierHealth(well, signals, END_MS, standing(attained, 13.5))).toMatchObject({
      state: 'critical',
      reasons: [{ about: 'burn', text: 'is burning its error budget 13.5 times too fast' }],
    });
    expect(tierHealth(well, signals, END_MS, standing(attained, 5.7)).state).toBe('warning');
    expect(tierHealth(well, signals, END_MS, standing(attained, 5.5)).state).toBe('ok');
  });

  it('takes an objective that cannot be read for no health', () => {
    expect(tierHealth(well, signals, END_MS, standing({ state: 'no-data', coverageRatio: 0 })).state).toBe('no-data');
  });

  it('keeps the reason of silence beside a breached objective', () => {
    const facts = { ...well, lastSeenMs: END_MS - 60 * MINUTE_MS };
    const breached = standing({ state: 'breached', attainedRatio: 0.9, budgetRemainingRatio: -9, coverageRatio: 1 });
    const { state, reasons } = tierHealth(facts, signals, END_MS, breached);
    expect(state).toBe('breached');
    expect(reasons.map(({ about }) => about)).toEqual(['budget', 'silence']);
  });

  it('never calls a tier well that has been silent, whatever its last numbers were', () => {
    fc.assert(
      fc.property(
        fc.record({
          traffic: fc.double({ min: 0, max: 1e6, noNaN: true }),
          errorRatio: fc.double({ min: 0, max: 1, noNaN: true }),
          ageMs: fc.integer({ min: 300_001, max: 86_400_000 }),
        }),
        ({ traffic, errorRatio, ageMs }) => {
          const facts = { ...well, traffic, errorRatio, lastSeenMs: END_MS - ageMs };
          return tierHealth(facts, signals, END_MS, standing(attained)).state === 'silent';
        }
      )
    );
  });
});

describe('burnRate', () => {
  it('is the share of bad events over the share that the target allows', () => {
    // 30 of 1000 are 3 %; the target of 99 % allows 1 %.
    expect(burnRate(30, 1000, 0.99)).toBeCloseTo(3, 9);
    expect(burnRate(0, 1000, 0.99)).toBe(0);
  });

  it('is not known without events', () => {
    expect(burnRate(undefined, 10, 0.99)).toBeUndefined();
    expect(burnRate(0, 0, 0.99)).toBeUndefined();
  });
});
