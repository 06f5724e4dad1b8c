import { type RunbookCopy, runbookMarkdown } from './exportMarkdown';
import { impactQueries, objectiveImpacts } from './impact';
import { NO_PROGRESS } from './progress';
import { impactLines, impactSentence, reviewMarkdown } from './review';

const slo = { id: 'availability', title: 'Answers', targetRatio: 0.999, windowDays: 30 };
const hour = 3_600_000;
const sample = (value: number, id = 'availability') => ({ labels: { slo: id }, timeMs: 0, value });

describe('the impact of an incident', () => {
  it('is asked for the time of the incident, and for the window of each objective', () => {
    const { badEvents, windowEvents } = impactQueries(
      [slo, { ...slo, id: 'other' }],
      { system: 'shop', service: 'cart' },
      { startMs: 0, endMs: hour }
    );
    expect(badEvents).toBe(
      'sum by (slo) (sum_over_time(slo:events_bad:increase5m{service="cart",system="shop"}[3600s]))'
    );
    expect([...windowEvents.keys()]).toEqual([30]);
  });

  it('is the share of the budget that went by in it', () => {
    // 1,000,000 events in 30 days at 99.9 % allow 1,000 bad ones; 400 of them are 40 %.
    const answers = {
      badEvents: [sample(400)],
      totalEvents: [sample(20_000)],
      windowEvents: new Map([[30, [sample(1_000_000)]]]),
    };
    const [impact] = objectiveImpacts([slo], answers);
    expect(impact).toMatchObject({ badEvents: 400, totalEvents: 20_000 });
    expect(impact?.budgetSpentRatio).toBeCloseTo(0.4, 9);
  });

  it('leaves out objectives without events, and does not divide by an unknown window', () => {
    const none = { badEvents: [], totalEvents: [], windowEvents: new Map() };
    expect(objectiveImpacts([slo], none)).toEqual([]);
    expect(objectiveImpacts([slo], { ...none, badEvents: [sample(0)], totalEvents: [sample(0)] })).toEqual([]);
    const [impact] = objectiveImpacts([slo], { ...none, badEvents: [sample(1)], totalEvents: [sample(2)] });
    expect(impact?.budgetSpentRatio).toBeUndefined();
  });

  it('is told in one line of plain text for an incident', () => {
    const objectives = [
      { slo, badEvents: 40, totalEvents: 80, budgetSpentRatio: 0.1 },
      { slo: { ...slo, title: 'Answers_*' }, badEvents: 4, totalEvents: 80, budgetSpentRatio: 0.5 },
    ];
    const affected = { what: 'users' as const, names: ['<b>', 'b', 'c', 'd'], isLeast: false };
    const measured = { startMs: 0, endMs: undefined, gaps: ['the cost'] };
    expect(impactSentence({ ...measured, objectives, affected })).toBe(
      'Answers_*: 4 of 80 events were bad (5 %), 50 % of the error budget of 30 days; Affected users: 4 users (<b>, b, c, …)'
    );
    expect(impactSentence({ ...measured, objectives: [] })).toBeUndefined();
  });

  it('is told in lines, with what could not be measured', () => {
    expect(
      impactLines({
        startMs: 0,
        endMs: 1.5 * hour,
        objectives: [{ slo, badEvents: 400, totalEvents: 20_000, budgetSpentRatio: 0.4 }],
        affected: { what: 'tenants', names: ['acme', 'initech'], isLeast: false },
        gaps: ['the cost'],
      })
    ).toEqual([
      'Duration: 1 h 30 min',
      'Answers: 400 of 20,000 events were bad (2 %), 40 % of the error budget of 30 days',
      'Affected tenants: 2 tenants (acme, initech)',
      'Not measured: the cost',
    ]);
    expect(impactLines({ startMs: 0, endMs: undefined, objectives: [], gaps: [] }, hour)).toEqual([
      'Duration: 1 h so far',
    ]);
  });
});

const copy = (over: Partial<RunbookCopy> = {}): RunbookCopy => ({
  runbook: {
    id: 'errors',
    title: 'Errors <b>now</b>',
    service: 'cart',
    alerts: [],
    severity: 'critical',
    summary: 'x',
    steps: [
      {
        id: 'look',
        phase: 'investigate',
        title: 'Look',
        text: 'Look **closely**.',
        checks: [{ kind: 'manual', question: '?' }],
      },
      { id: 'undo', phase: 'roll-back', title: 'Undo', checks: [{ kind: 'command', command: 'x' }] },
    ],
  },
  systemName: 'Shop',
  serviceName: 'Cart',
  owner: 'Team',
  overall: '1 of 1 check is abnormal.',
  findings: {
    'look.0': { verdict: 'abnormal', statement: 'pod [x](javascript:alert(1)) <img src=x onerror=alert(1)>: 8 %.' },
  },
  progress: { ...NO_PROGRESS, done: { undo: hour } },
  timeline: [{ timeMs: 0, kind: 'note', text: '# shouted\n- twice' }],
  checks: { 'undo.0': { kind: 'command', text: 'echo ```; rollback', missing: [] } },
  stepText: ({ text }) => text ?? '',
  formatTime: (timeMs) => `T${timeMs}`,
  url: 'https://grafana.example/a/x?y=1',
  ...over,
});

describe('copies', () => {
  it('of the runbook hold steps, findings, commands and the timeline', () => {
    const text = runbookMarkdown(copy());
    expect(text).toContain('## Investigate\n\n### 1. Look (Abnormal)\n\nLook **closely**.');
    expect(text).toContain('### 2. Undo (done T3600000)');
    expect(text).toContain('````sh\necho ```; rollback\n````');
    expect(text).toContain('[This view](<https://grafana.example/a/x?y=1>)');
  });

  it('write what others wrote as text', () => {
    for (const text of [
      runbookMarkdown(copy()),
      reviewMarkdown(copy(), { startMs: 0, endMs: 1, objectives: [], gaps: [] }, []),
    ]) {
      expect(text).not.toMatch(/<b>|<img|\]\(javascript/);
      expect(text).not.toMatch(/^# shouted/m);
    }
  });

  it('of the review hold the measured impact and the suspects', () => {
    const impact = { startMs: 0, endMs: undefined, objectives: [], gaps: ['the tenants'] };
    const text = reviewMarkdown(copy(), impact, ['Database', 'Cart']);
    expect(text).toContain('- End: still going on');
    expect(text).toContain('- Not measured: the tenants');
    expect(text).toContain('Suspects, most accused first: Database, Cart.');
  });
});
