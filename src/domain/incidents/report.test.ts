import { annotationOf, mayAnnotate } from './annotation';
import { errorQueries, serviceErrors } from './errors';
import { impactInWords, incidentReport, type Measured, NOTHING_MEASURED } from './report';
import { type TextContext } from './texts';
import { type IncidentDraft } from './types';

const AT_MS = Date.UTC(2026, 0, 31, 4, 0, 0);
const minute = (count: number) => AT_MS + count * 60_000;
const payment = { system: 'obs-standards', service: 'payment-service' };
const draft: IncidentDraft = {
  id: 'INC-ABC',
  title: 'Payments <b>fail</b>',
  description: '',
  severity: 'critical',
  status: 'resolved',
  affectedServices: [payment],
  createdAtMs: AT_MS,
  updatedAtMs: minute(14),
  assignedTo: 'Ada',
  alerts: [{ id: 'a', name: 'HighErrorRate', labels: {}, startedAtMs: AT_MS, endedAtMs: minute(12) }],
  timeline: [
    { atMs: AT_MS, kind: 'alert', text: 'HighErrorRate fires' },
    { atMs: minute(3), kind: 'assignment', text: 'Assigned to Ada', by: 'Ada' },
    { atMs: minute(8), kind: 'action', text: 'Done: Roll back', by: 'Ada', remedy: 'x' },
    { atMs: minute(14), kind: 'status', text: 'open → resolved', status: 'resolved' },
  ],
};
const context: TextContext = {
  nameOf: () => 'Payment Service',
  isPublic: () => false,
  onCall: [],
  remedies: [],
  nowMs: minute(60),
};
const slo = { id: 'availability', title: 'Payment availability', targetRatio: 0.999, windowDays: 30 };
const measured: Measured = {
  impacts: [
    {
      service: 'Payment Service',
      impact: {
        startMs: AT_MS,
        endMs: minute(12),
        objectives: [{ slo, badEvents: 120, totalEvents: 1_000, budgetSpentRatio: 0.25 }],
        affected: { what: 'users', names: ['u1', 'u2'], isLeast: false },
        gaps: ['the weather.'],
      },
    },
  ],
  errors: [{ ...payment, meanRatio: 0.12, worstRatio: 0.345 }],
  runbooks: [
    {
      title: 'High error rate',
      ranAtMs: minute(5),
      overall: '1 of 3 checks is abnormal.',
      abnormal: ['Failed queries: 40 % (above 5 %).'],
      entries: [{ timeMs: minute(5), text: 'All checks ran.' }],
    },
  ],
  changes: [{ timeMs: minute(-10), text: 'payment-service 1.0 → 1.1' }],
  gaps: [],
};

describe('incidentReport', () => {
  const lines = incidentReport(draft, measured, context).split('\n');

  it('says how long it took, from the first alert to the last', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        '- Start: 2026-01-31 04:00:00 UTC',
        '- End: 2026-01-31 04:12:00 UTC',
        '- Duration: 12 min',
        '- Acknowledged: after 3 min',
      ])
    );
  });

  it('has the measured impact, and names what was not measured', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        '- Payment Service: 12 % of its requests failed, 34.5 % at the worst moment',
        '- Payment Service: Payment availability: 120 of 1,000 events were bad (12 %), 25 % of the error budget of 30 days',
        '- Payment Service: Affected users: 2 users (u1, u2)',
        '- Not measured: the weather.',
      ])
    );
  });

  it('puts deploys, findings of runbooks and what people did into one timeline', () => {
    const from = lines.indexOf('## Timeline') + 2;
    expect(lines.slice(from, from + 6)).toEqual([
      '- 2026-01-31 03:50:00 UTC payment-service 1.0 → 1.1',
      '- 2026-01-31 04:00:00 UTC HighErrorRate fires',
      '- 2026-01-31 04:03:00 UTC Assigned to Ada \\(Ada\\)',
      '- 2026-01-31 04:05:00 UTC All checks ran.',
      '- 2026-01-31 04:08:00 UTC Done: Roll back \\(Ada\\)',
      '- 2026-01-31 04:14:00 UTC open → resolved',
    ]);
    expect(lines).toContain('**High error rate**, as of 2026-01-31 04:05:00 UTC: 1 of 3 checks is abnormal.');
  });

  it('holds no markup of others', () => {
    expect(lines[0]).toBe('# Post-incident report: Payments &lt;b&gt;fail&lt;/b&gt;');
  });

  it('says what is not known when nothing could be measured', () => {
    const text = incidentReport({ ...draft, status: 'open', alerts: [] }, NOTHING_MEASURED, context);
    expect(text).toContain('Nothing could be measured.');
    expect(text).toContain('- Duration: 1 h so far');
  });
});

it('says the impact in a sentence for chat', () => {
  expect(impactInWords(measured, context)).toBe(
    'Payment Service: 12 % of its requests failed, 34.5 % at the worst moment; Payment availability spent 25 % of its error budget of 30 days; 2 users met errors.'
  );
  expect(impactInWords(NOTHING_MEASURED, context)).toBeUndefined();
});

describe('errors of an incident', () => {
  const errors = {
    kind: 'ratio' as const,
    title: 'Errors',
    unit: 'percentunit',
    part: { metric: 'failed_total' },
    total: { metric: 'all_total' },
  };

  it('are two questions about its own time', () => {
    const queries = errorQueries([{ ...payment, signals: { errors } }], { startMs: AT_MS, endMs: minute(12) });
    expect(queries?.mean).toMatch(/^avg_over_time\(\(.*failed_total.*\)\[720s:60s\]\)$/s);
    expect(queries?.worst).toMatch(/^max_over_time\(/);
    expect(errorQueries([{ ...payment, signals: {} }], { startMs: AT_MS, endMs: minute(12) })).toBeUndefined();
  });

  it('name the worst service first, and leave out the idle', () => {
    const sample = (service: string, value: number) => ({
      labels: { wk_system: 's', wk_service: service },
      value,
      timeMs: AT_MS,
    });
    expect(serviceErrors([sample('a', 0.1), sample('b', 0.2), sample('c', NaN)], [sample('b', 0.5)])).toEqual([
      { system: 's', service: 'b', meanRatio: 0.2, worstRatio: 0.5 },
      { system: 's', service: 'a', meanRatio: 0.1, worstRatio: undefined },
    ]);
  });
});

describe('the annotation of an incident', () => {
  it('covers its time, is found by tags, and holds no HTML', () => {
    expect(annotationOf(draft)).toEqual({
      timeMs: AT_MS,
      endMs: minute(12),
      text: 'INC-ABC: Payments  b fail /b ',
      tags: ['incident', 'severity:critical', 'system:obs-standards', 'service:payment-service'],
    });
  });

  it('is written once, and once more when the incident has ended since', () => {
    const begun = { id: 1, atMs: minute(2), isWhole: false };
    const ongoing = { ...draft, status: 'open' as const, alerts: [] };
    expect(mayAnnotate(ongoing)).toBe(true);
    expect(mayAnnotate({ ...ongoing, annotation: begun })).toBe(false);
    expect(mayAnnotate({ ...draft, annotation: begun })).toBe(true);
    expect(mayAnnotate({ ...draft, annotation: { ...begun, isWhole: true } })).toBe(false);
  });
});
