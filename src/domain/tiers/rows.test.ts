import { type Sample } from '../metrics/types';
import { type Signal } from '../signals/types';
import { objectiveQuestions } from './objectives';
import { tierFacts, tierQuestions } from './questions';
import { partRows, reportsNow, type TierReport, tierRow, wholePart } from './rows';
import { type TieredSystem } from './types';
import { changesSinceYesterday, comparedQuestions } from './yesterday';

const runs: Signal = { kind: 'rate', title: 'Runs', metric: 'runs_total', unit: 'ops', direction: 'neutral' };
const system: TieredSystem = {
  system: 'mill',
  systemName: 'Mill',
  service: 'looms',
  label: 'grade',
  part: { label: 'loom', singular: 'loom', plural: 'looms' },
  signals: {
    traffic: runs,
    errors: {
      kind: 'ratio',
      title: 'Failed',
      part: { metric: 'runs_total', where: { ok: 'no' } },
      total: { metric: 'runs_total' },
      unit: 'percentunit',
      thresholds: { critical: 0.05 },
    },
    queue: { kind: 'gauge', title: 'Queue', metric: 'waiting', aggregation: 'sum', unit: 'short' },
  },
  scrape: { job: 'loom' },
  tiers: [
    {
      id: 'fine',
      name: 'Fine',
      colour: 'blue',
      isImported: false,
      objective: { id: 'fine-runs', title: 'Fine runs', targetRatio: 0.99, windowDays: 28 },
    },
    { id: 'coarse', name: 'Coarse', colour: 'green', isImported: true },
  ],
};
const END_MS = 1_000_000_000_000;

const sample = (row: string, value: number, split?: string): Sample => ({
  labels: { wk_system: 'mill', wk_service: row, ...(split === undefined ? {} : { wk_split: split }) },
  timeMs: END_MS,
  value,
});
const objective = (value: number): Sample => ({ labels: { system: 'mill', slo: 'fine-runs' }, timeMs: END_MS, value });

const report: TierReport = {
  answers: {
    traffic: [sample('tiers', 2, 'fine'), sample('tiers', 1, 'coarse')],
    errorRatio: [sample('tiers', 0.002, 'fine'), sample('tiers', NaN, 'coarse')],
    lastSeenMs: [sample('tiers', END_MS / 1000 - 20, 'fine'), sample('tiers', END_MS / 1000 - 7200, 'coarse')],
  },
  // In the last hour 5 of 100 were bad: five times what a target of 99 % allows.
  objectives: { hourBad: [objective(5)], hourTotal: [objective(100)] },
  history: {},
  endMs: END_MS,
  monthSeconds: 3600,
};
const attained = () => ({ state: 'ok' as const, attainedRatio: 0.995, budgetRemainingRatio: 0.5, coverageRatio: 1 });

describe('questions', () => {
  it('are as many for two systems as for one', () => {
    const one = tierQuestions([system], {}, 21_600);
    const two = tierQuestions([system, { ...system, system: 'farm' }], {}, 21_600);
    expect(Object.keys(two)).toEqual(Object.keys(one));
    expect(two.traffic).toContain('system="mill"');
    expect(two.traffic).toContain('system="farm"');
  });

  it('group by the tier, within a tier by its parts, and look at the fullest queue', () => {
    const all = tierQuestions([system], {}, 21_600);
    expect(all.traffic).toContain('sum by (grade) (rate(runs_total{system="mill"}[5m]))');
    expect(all.rangeTraffic).toContain('rate(runs_total{system="mill"}[21600s])');
    expect(all.fullestQueue).toContain('max by (grade) (waiting{system="mill"})');
    expect(all.reachableRatio).toContain('avg by (grade) (up{job="loom",system="mill"})');
    const fine = tierQuestions([system], { tier: 'fine' }, 21_600);
    expect(fine.traffic).toContain('sum by (loom) (rate(runs_total{grade="fine",system="mill"}[5m]))');
    expect(fine.traffic).toContain('sum(rate(runs_total{grade="fine",system="mill"}[5m]))');
    const part = tierQuestions([system], { tier: 'fine', part: 'a "b"' }, 21_600);
    expect(part.traffic).toContain('loom="a \\"b\\""');
    // `up` does not know parts.
    expect(part.reachableRatio).toBeUndefined();
  });

  it('of objectives are five', () => {
    expect(Object.keys(objectiveQuestions(['mill', 'farm'], 3600))).toHaveLength(5);
    expect(objectiveQuestions(['mill'], 3600).monthBad).toBe(
      'sum by (system, slo) (sum_over_time(slo:events_bad:increase5m{system=~"mill",tier!=""}[3600s]))'
    );
  });
});

describe('tierRow', () => {
  it('joins facts, objective and agreement of a tier', () => {
    const [fine, coarse] = system.tiers.map((tier) => tierRow(report, system, tier, attained));
    expect(fine).toMatchObject({
      facts: { traffic: 2, errorRatio: 0.002, lastSeenMs: END_MS - 20_000 },
      health: { state: 'ok' },
    });
    expect(fine?.standing?.burnRate).toBeCloseTo(5, 9);
    expect(coarse).toMatchObject({ health: { state: 'silent' }, agreement: { state: 'not-configured' } });
    expect(coarse && reportsNow(coarse.health)).toBe(false);
  });

  it('leaves out what is no number', () => {
    expect(tierFacts(report.answers, { system: 'mill', row: 'tiers', split: 'coarse' })).toEqual({
      traffic: 1,
      lastSeenMs: END_MS - 7_200_000,
    });
  });

  it('has no data for an objective that could not be read', () => {
    const [fine] = system.tiers;
    expect(fine && tierRow(report, system, fine, () => undefined).health.state).toBe('no-data');
  });
});

describe('parts', () => {
  const ofTier: TierReport = {
    ...report,
    answers: {
      traffic: [sample('whole', 3), sample('parts', 3, 'jacquard')],
      errorRatio: [sample('parts', 0.2, 'jacquard')],
      lastSeenMs: [
        sample('whole', END_MS / 1000),
        sample('parts', END_MS / 1000, 'jacquard'),
        sample('parts', END_MS / 1000 - 3600, 'dobby'),
      ],
    },
  };

  it('are all that reported in the last day, also when they have stopped', () => {
    expect(partRows(ofTier, system).map(({ part, health }) => [part, health.state])).toEqual([
      ['dobby', 'silent'],
      ['jacquard', 'critical'],
    ]);
  });

  it('are found as the whole of their own page', () => {
    expect(wholePart(ofTier, system, 'jacquard').facts).toEqual({ traffic: 3, lastSeenMs: END_MS });
  });
});

describe('changesSinceYesterday', () => {
  it('asks as many questions, whatever the number of parts', () => {
    expect(Object.keys(comparedQuestions(system, { tier: 'fine' }))).toEqual([
      'traffic',
      'errorRatio',
      'fullestQueue',
      'recorded',
    ]);
    expect(comparedQuestions(system, { tier: 'fine' }).fullestQueue).toContain(
      'max by (loom) (avg_over_time(waiting{grade="fine",system="mill"}[1h]))'
    );
  });

  it('compares each part with itself, worst first', () => {
    const full = [sample('whole', 12), sample('parts', 12, 'dobby')];
    const changes = changesSinceYesterday(
      system,
      {
        recorded: full,
        traffic: [sample('whole', 2), sample('parts', 2, 'dobby')],
        errorRatio: [sample('whole', 0.03)],
      },
      {
        recorded: full,
        traffic: [sample('whole', 2), sample('parts', 1, 'dobby')],
        errorRatio: [sample('whole', 0.01)],
      }
    );
    expect(changes.map(({ part, title, kind }) => [part ?? 'whole', title, kind]).slice(0, 3)).toEqual([
      ['whole', 'Failed executions', 'worse'],
      ['dobby', 'Executions', 'changed'],
      ['whole', 'Executions', 'same'],
    ]);
  });

  it('does not compare with an hour that was recorded in part', () => {
    const changes = changesSinceYesterday(
      system,
      { recorded: [sample('whole', 12)], traffic: [sample('whole', 2)] },
      { recorded: [sample('whole', 3)], traffic: [sample('whole', 0.5)] }
    );
    expect(changes[0]).toMatchObject({ kind: 'unknown', words: 'not recorded yesterday' });
  });
});
