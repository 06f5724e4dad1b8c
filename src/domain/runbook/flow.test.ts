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
    statement: `${over.fact ?? verdict} (abnormal above 1).`,
    fact: verdict,
    ...over,
  });
  const overall = (findings: Record<string, Finding>, startMs?: number) =>
    overallFinding(runbook, findings, {
      nameOf: (id) => id.toUpperCase(),
      dependsOn: (id) => id === 'db' || id === 'cache',
      startMs,
    });
  const accusing = (blames: string, fact: string, sinceMs?: number) => found('abnormal', { blames, fact, sinceMs });

  it('is open before anything was asked', () => {
    expect(overall({})).toMatchObject({ state: 'not-run', sentence: 'No check has run yet.' });
  });

  it('names what is abnormal and whom it points to, others before the service itself', () => {
    expect(
      overall({
        'look.0': accusing('web', 'Errors: 8 %'),
        'dependencies.0': accusing('db', 'p95 of the database: 2 s'),
        'dependencies.1': found('normal'),
      })
    ).toEqual({
      state: 'abnormal',
      headline: 'DB is the abnormal dependency – p95 of the database: 2 s (abnormal above 1).',
      detail: '2 of 3 checks are abnormal, also Errors: 8 %.',
      sentence:
        'DB is the abnormal dependency – p95 of the database: 2 s (abnormal above 1). 2 of 3 checks are abnormal, also Errors: 8 %.',
      suspects: ['db', 'web'],
    });
  });

  it('accuses what went wrong when the alert began before what has long been wrong', () => {
    const minute = 60_000;
    const findings = {
      'dependencies.0': accusing('cache', 'Failed calls: 15 %', 10 * minute),
      'dependencies.1': accusing('db', 'p95 of the database: 2 s', 58 * minute),
    };
    expect(overall(findings, 60 * minute).suspects).toEqual(['db', 'cache']);
    expect(overall(findings).suspects).toEqual(['cache', 'db']);
    // It was so when the graph began: nobody knows since when.
    const long = { ...findings['dependencies.1'], isSinceLeast: true };
    expect(overall({ ...findings, 'dependencies.1': long }, 60 * minute).suspects).toEqual(['cache', 'db']);
  });

  it('says so when it is the service itself, one that it does not depend on, or nobody', () => {
    const headline = (finding: Finding) => overall({ 'look.0': finding }).headline;
    expect(headline(accusing('web', 'CPU: 99 %'))).toBe(
      'The findings point to WEB itself – CPU: 99 % (abnormal above 1).'
    );
    expect(headline(accusing('caller', 'Requests: 9000'))).toBe(
      'The findings point to CALLER – Requests: 9000 (abnormal above 1).'
    );
    expect(headline(found('abnormal', { statement: 'Errors: 8 % (abnormal above 1 %).' }))).toBe(
      'Errors: 8 % (abnormal above 1 %).'
    );
  });

  it('tells of the service itself what was measured, not what a sample of its traces says', () => {
    const sample = accusing('web', 'Traces with errors: 80 %');
    const { headline } = overall({
      'look.0': found('abnormal', { fact: 'Errors: 8 %' }),
      'dependencies.0': found('abnormal', { fact: 'Errors by endpoint: 40 %' }),
      'dependencies.1': sample,
    });
    expect(headline).toBe('The findings point to WEB itself – Errors by endpoint: 40 % (abnormal above 1).');
    expect(overall({ 'look.0': sample }).headline).toContain('Traces with errors: 80 %');
  });

  it('lists three more, and counts the rest and what is unknown', () => {
    const many = step('many', { checks: Array.from({ length: 7 }, () => check) });
    const findings = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e', 'e'].map((fact, index) => [`many.${index}`, found('abnormal', { fact })])
    );
    const { detail } = overallFinding({ service: 'web', steps: [many] }, { ...findings, 'many.6': found('no-data') });
    // The first is the headline; what two checks say alike is said once.
    expect(detail).toBe('6 of 6 checks are abnormal, also b; c; d; 1 more. 1 had no data.');
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
    '300 alert: The condition of WebErrors began to hold.',
    '400 checked: All checks ran. 1 of 2.',
    '500 checked: ? No.',
    '600 done: Done: Step treat',
  ]);
});
