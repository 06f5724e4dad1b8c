import { type Finding } from './findings';
import { nextAction, stepVerdict, suggestedWay } from './flow';
import { overallFinding } from './overall';
import { timeline } from './timeline';
import { NO_PROGRESS } from './progress';
import { type RunbookStep } from './types';

const check = { kind: 'manual', question: '?' } as const;
const step = (id: string, over: Partial<RunbookStep> = {}): RunbookStep => ({
  id,
  phase: 'investigate',
  title: `Step ${id}`,
  checks: [check],
  ...over,
});
const steps = [
  step('look', { branches: [{ when: 'normal', goTo: 'verify' }] }),
  step('dependencies', {
    checks: [check, check],
    branches: [{ when: 'abnormal', goTo: 'treat', because: 'It is not us.' }],
  }),
  step('restart', { phase: 'mitigate', checks: [] }),
  step('treat', { phase: 'mitigate', checks: [] }),
  step('verify', { phase: 'verify', branches: [{ when: 'abnormal', goTo: 'look' }] }),
];
const runbook = { service: 'web', steps };
const ways = (verdicts: Parameters<typeof suggestedWay>[1]) =>
  suggestedWay(runbook, verdicts).map((point) => point.step.id);

describe('the way through a runbook', () => {
  it('is step after step while nothing is known', () => {
    expect(ways({})).toEqual(['look', 'dependencies', 'restart', 'treat', 'verify']);
    expect(nextAction(runbook, {})).toBeUndefined();
  });

  it('follows the first branch that holds', () => {
    expect(ways({ 'look.0': 'normal' })).toEqual(['look', 'verify']);
    const verdicts = { 'look.0': 'abnormal', 'dependencies.0': 'normal', 'dependencies.1': 'abnormal' } as const;
    expect(ways(verdicts)).toEqual(['look', 'dependencies', 'treat', 'verify']);
    expect(nextAction(runbook, verdicts)).toMatchObject({ step: { id: 'treat' }, via: { because: 'It is not us.' } });
  });

  it('takes the first mitigation when no branch chooses one', () => {
    expect(nextAction(runbook, { 'look.0': 'abnormal' })?.step.id).toBe('restart');
  });

  it('ends although a branch leads back', () => {
    expect(ways({ 'look.0': 'abnormal', 'verify.0': 'abnormal' })).toEqual([
      'look',
      'dependencies',
      'restart',
      'treat',
      'verify',
    ]);
  });

  it.each([
    [['normal', 'abnormal'], 'abnormal'],
    [['normal', 'no-data'], 'no-data'],
    [['no-data', 'failed'], 'failed'],
    [['not-applicable', 'normal'], 'normal'],
  ] as const)('judges a step by its worst check: %j is %s', ([first, second], verdict) => {
    const [, two] = steps;
    expect(stepVerdict(two as RunbookStep, { 'dependencies.0': first, 'dependencies.1': second })).toBe(verdict);
  });
});

describe('the overall finding', () => {
  const found = (verdict: Finding['verdict'], over: Partial<Finding> = {}): Finding => ({
    verdict,
    statement: `${verdict} (abnormal above 1).`,
    fact: verdict,
    ...over,
  });
  const overall = (findings: Record<string, Finding>) => overallFinding(runbook, findings, (id) => id.toUpperCase());

  it('is open before anything was asked', () => {
    expect(overall({})).toMatchObject({ state: 'not-run', sentence: 'No check has run yet.' });
  });

  it('names what is abnormal and whom it points to, others before the service itself', () => {
    expect(
      overall({
        'look.0': found('abnormal', { fact: 'Errors: 8 %', blames: 'web' }),
        'dependencies.0': found('abnormal', { fact: 'p95 of the database: 2 s', blames: 'db' }),
        'dependencies.1': found('normal'),
      })
    ).toEqual({
      state: 'abnormal',
      sentence: '2 of 3 checks are abnormal. Errors: 8 %; p95 of the database: 2 s. The findings point to DB.',
      suspects: ['db', 'web'],
    });
  });

  it('gives no all-clear while something is unknown', () => {
    expect(
      overall({ 'look.0': found('normal'), 'dependencies.0': found('failed'), 'dependencies.1': found('no-data') })
    ).toMatchObject({
      state: 'unclear',
      sentence: '1 check is normal, but 1 had no data and 1 could not be asked: this is no all-clear.',
    });
    expect(overall({ 'look.0': found('failed') }).state).toBe('unclear');
  });

  it('is clear when every check is normal; what does not apply does not count', () => {
    expect(
      overall({
        'look.0': found('normal'),
        'dependencies.0': found('normal'),
        'dependencies.1': found('not-applicable'),
      })
    ).toMatchObject({
      state: 'clear',
      sentence: 'All 2 checks are normal.',
    });
  });

  it('does not count the look after a repair', () => {
    expect(overall({ 'look.0': found('normal'), 'verify.0': found('abnormal') }).state).toBe('clear');
  });
});

it('the timeline puts what was observed, found out, done and noted in order', () => {
  const entries = timeline({
    runbook,
    opened: { alert: 'WebErrors', labels: {}, startMs: 300 },
    findings: {
      'look.0': { verdict: 'abnormal', statement: 'Errors: 8 %.', sinceMs: 100 },
      'verify.0': { verdict: 'abnormal', statement: 'Errors: 8 %.', sinceMs: 100 },
      'dependencies.0': { verdict: 'normal', statement: '? No.' },
    },
    progress: {
      ...NO_PROGRESS,
      ranAtMs: 400,
      done: { treat: 600 },
      answers: { 'dependencies.0': { isYes: false, atMs: 500 } },
      notes: [{ atMs: 200, text: 'Phone rang' }],
    },
    overall: '1 of 2.',
  });
  expect(entries.map(({ timeMs, kind, text }) => `${timeMs} ${kind}: ${text}`)).toEqual([
    '100 observed: From here on abnormal. Errors: 8 %.',
    '200 note: Phone rang',
    '300 alert: WebErrors fired.',
    '400 checked: All checks ran. 1 of 2.',
    '500 checked: ? No.',
    '600 done: Done: Step treat',
  ]);
});
