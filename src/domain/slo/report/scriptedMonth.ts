import { type EventCounts } from '../counts';
import { type Slo } from '../types';
import { type ReportedObjective, type ReportInput } from './types';

/** A month that was made up for tests, so that a spreadsheet can be reckoned by hand. November 2026 in slices of 6 h. */

const HOUR = 3_600_000;
const STEP = 6 * HOUR;
export const NOVEMBER = Date.UTC(2026, 10, 1);
const SLICES = 120;

function counts(totalEvents: number, bad: (slice: number) => number): EventCounts {
  return {
    stepMs: STEP,
    slices: Array.from({ length: SLICES }, (_, index) => ({
      endMs: NOVEMBER + (index + 1) * STEP,
      totalEvents,
      badEvents: bad(index),
    })),
  };
}

const slo = (id: string, title: string, targetRatio: number | undefined, sli: Slo['sli'], tier?: string): Slo => ({
  id,
  title,
  service: 'web',
  sli,
  targetRatio,
  windowDays: 28,
  tier,
});
const requests: Slo['sli'] = { kind: 'ratio', total: { metric: 'a_total' }, bad: { metric: 'b_total' } };
const durations: Slo['sli'] = { kind: 'latency', histogram: 'd_seconds', thresholdSeconds: 1 };
const lag: Slo['sli'] = {
  kind: 'level',
  signal: { kind: 'gauge', title: 'Lag', unit: 'short', metric: 'lag', aggregation: 'max' },
  op: '<=',
  bound: 1000,
};

const objective = (own: Slo, slices: EventCounts | undefined, more: Partial<ReportedObjective> = {}) => ({
  system: 'shop',
  systemName: 'Shop',
  serviceName: 'Web',
  team: 'Platform',
  slo: own,
  counts: slices,
  exclusions: [],
  ...more,
});

export const scriptedMonth: ReportInput = {
  period: { startMs: NOVEMBER, endMs: NOVEMBER + SLICES * STEP, label: 'November 2026' },
  timeZone: 'UTC',
  untilMs: NOVEMBER + SLICES * STEP,
  generatedAtMs: Date.UTC(2026, 11, 1, 8),
  objectives: [
    // Two incidents; the first one in announced work.
    objective(
      slo('availability', 'Availability', 0.999, requests),
      counts(1000, (index) => ({ 9: 60, 10: 30, 50: 50 })[index] ?? 0),
      { exclusions: [{ fromMs: NOVEMBER + 9 * STEP, toMs: NOVEMBER + 11 * STEP, reason: 'Move, of disks' }] }
    ),
    // A little too slow, evenly.
    objective(
      slo('latency', 'Latency "p95"', 0.95, durations),
      counts(200, () => 8),
      { team: 'Payments' }
    ),
    objective(
      slo('enterprise', 'Enterprise availability', 0.9995, requests, 'enterprise'),
      counts(1000, () => 1),
      {
        tierName: 'Enterprise',
      }
    ),
    objective(slo('lost', 'Lost', 0.99, requests), undefined, { failure: 'No answer.' }),
    objective(
      slo('lag', 'Lag', undefined, lag),
      counts(1, (index) => (index < 12 ? 1 : 0))
    ),
  ],
  tiers: [
    {
      system: 'shop',
      systemName: 'Shop',
      tier: 'enterprise',
      tierName: 'Enterprise',
      objective: 'enterprise',
      sla: {
        targetRatio: 0.9995,
        credits: [
          { atLeastRatio: 0.99, belowRatio: 0.9995, feeRatio: 0.1 },
          { atLeastRatio: 0, belowRatio: 0.99, feeRatio: 0.5 },
        ],
        monthlyFee: { amount: 5000, currency: 'EUR' },
      },
    },
    { system: 'shop', systemName: 'Shop', tier: 'zero', tierName: 'Zero', objective: undefined, sla: undefined },
  ],
};
