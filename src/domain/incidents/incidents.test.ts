import { type Alert } from '../alerts/types';
import {
  draftOfGroup,
  nextStatuses,
  takenBy,
  withAssignee,
  withEntry,
  withImpact,
  withRemedy,
  withSeverity,
  withStatus,
} from './draft';
import { severityOfAlert, severityOfAlerts, statusPageImpact } from './severity';
import { statusPageText, type TextContext, warRoom, warRoomSummary } from './texts';
import { type AlertGroup } from './types';

const AT_MS = Date.UTC(2026, 0, 31, 4, 5, 6);
const payment = { system: 'obs-standards', service: 'payment-service' };

function alert(name: string, severity: string, atMs: number): Alert {
  return {
    ruleId: name,
    name,
    state: 'firing',
    severity,
    labels: {},
    annotations: { summary: `${name} *is* here`, description: 'host 10.0.0.7 refuses' },
    activeAtMs: atMs,
    value: null,
    source: { id: 'p', kind: 'data-source', name: 'P' },
  };
}

const group: AlertGroup = {
  id: 'abc',
  alerts: [alert('PaymentFailures', 'warning', AT_MS), alert('PaymentDown', 'critical', AT_MS + 60_000)],
  startedAtMs: AT_MS,
  services: [payment],
  suspect: payment,
  reason: '',
};
const draft = draftOfGroup(group, AT_MS + 120_000);
const context: TextContext = {
  nameOf: () => 'Payment service',
  isPublic: () => true,
  onCall: ['Bo for Payments until 2026-02-02 09:00:00 UTC'],
  remedies: ['Roll the deployment back'],
  nowMs: AT_MS + 125 * 60_000,
};

describe('severity', () => {
  it('follows the document, and knows high', () => {
    expect(['critical', 'warning', 'info', 'P1', undefined, 'purple'].map(severityOfAlert)).toEqual([
      'critical',
      'medium',
      'low',
      'high',
      'medium',
      'medium',
    ]);
    expect(severityOfAlerts(group.alerts)).toBe('critical');
  });

  it('announces no maintenance that nobody planned', () => {
    expect((['critical', 'high', 'medium', 'low'] as const).map(statusPageImpact)).toEqual([
      'critical',
      'major',
      'minor',
      'none',
    ]);
  });
});

describe('an incident', () => {
  it('begins with its group', () => {
    expect(draft).toMatchObject({
      id: 'INC-ABC',
      title: 'PaymentFailures *is* here',
      severity: 'critical',
      status: 'open',
      createdAtMs: AT_MS,
      affectedServices: [payment],
    });
    expect(draft.timeline.map(({ atMs }) => atMs)).toEqual([AT_MS, AT_MS + 60_000]);
  });

  it('moves forward, or back to the start, and writes both down', () => {
    expect(nextStatuses('identified')).toEqual(['monitoring', 'resolved', 'open']);
    expect(nextStatuses('open')).toEqual(['investigating', 'identified', 'monitoring', 'resolved']);
    const resolved = withStatus(draft, 'resolved', { atMs: AT_MS + 200_000 });
    const again = withStatus(resolved, 'open', { atMs: AT_MS + 300_000 });
    expect(again.status).toBe('open');
    expect(again.timeline.slice(-2).map(({ text }) => text)).toEqual([
      'open → resolved',
      'Opened again (was resolved)',
    ]);
    expect(withStatus(resolved, 'monitoring', { atMs: AT_MS + 300_000 })).toBe(resolved);
  });

  it('is taken with one click: somebody has it, and looks', () => {
    const taken = takenBy(draft, 'Ada', AT_MS + 180_000);
    expect([taken.assignedTo, taken.status]).toEqual(['Ada', 'investigating']);
    expect(taken.timeline.slice(-2).map(({ text, by }) => [text, by])).toEqual([
      ['Assigned to Ada', 'Ada'],
      ['open → investigating', 'Ada'],
    ]);
  });

  it('notes remedies as suggested, and as done by whom when somebody says so', () => {
    const suggested = draftOfGroup(group, AT_MS + 120_000, ['Restart the pods', 'Roll back']);
    expect(suggested.timeline.at(-1)).toMatchObject({
      kind: 'suggestion',
      text: 'Suggested: Restart the pods, Roll back',
    });
    const done = withRemedy(suggested, { key: 'a/b/c', title: 'Roll back' }, { atMs: AT_MS + 200_000, by: 'Ada' });
    expect(done.timeline.at(-1)).toMatchObject({ kind: 'action', text: 'Done: Roll back', by: 'Ada', remedy: 'a/b/c' });
  });

  it('changes its severity with an entry, and not without a change', () => {
    const lower = withSeverity(draft, 'high', { atMs: AT_MS + 200_000 });
    expect(lower.timeline.at(-1)?.text).toBe('Severity critical → high');
    expect(withSeverity(lower, 'high', { atMs: AT_MS + 300_000 })).toBe(lower);
  });

  it('only ever adds to its timeline, in the order of time', () => {
    const noted = withEntry(withAssignee(draft, 'Ada', { atMs: AT_MS + 500_000 }), {
      atMs: AT_MS + 30_000,
      kind: 'note',
      text: 'seen',
    });
    expect(noted.assignedTo).toBe('Ada');
    expect(noted.timeline).toEqual(expect.arrayContaining([...draft.timeline]));
    expect(noted.timeline.map(({ text }) => text)[1]).toBe('seen');
    expect(noted.updatedAtMs).toBe(AT_MS + 500_000);
  });
});

describe('texts', () => {
  it('are a summary for the war room', () => {
    const lines = warRoomSummary(draft, { ...context, url: 'https://grafana/incident' }, 'markdown').split('\n');
    expect(lines.at(-2)).toBe('**Page:** https://grafana/incident');
    expect(lines.slice(0, 19)).toEqual([
      '**INCIDENT INC-ABC**',
      '',
      '**Title:** PaymentFailures \\*is\\* here  ',
      '**Severity:** CRITICAL  ',
      '**Status:** open  ',
      '**Affected services:** Payment service (public-facing)  ',
      '**Created:** 2026-01-31 04:05:06 UTC (2 h 5 min ago)  ',
      '**Impact:** not known yet  ',
      '**Alerts:** firing: PaymentFailures, PaymentDown  ',
      '**Assigned to:** nobody yet  ',
      '**On call:** Bo for Payments until 2026-02-02 09:00:00 UTC  ',
      '',
      '**Tried**',
      '- nothing yet',
      '',
      '**Next steps**',
      '1. Incident commander: judge the impact and coordinate the response',
      '2. On-call engineer: begin investigation and mitigation',
      '3. Communications: prepare what customers are told, if they have to be',
    ]);
  });

  it('say who has it, what it does to whom, what was tried and what is next', () => {
    const taken = withImpact(takenBy(draft, 'Ada', AT_MS + 180_000), 'checkout fails', { atMs: AT_MS + 200_000 });
    const tried = withRemedy(taken, { key: 'a/b/c', title: 'Restart the pods' }, { atMs: AT_MS + 240_000, by: 'Ada' });
    const lines = warRoomSummary(tried, context, 'slack').split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        '*Status:* investigating',
        '*Assigned to:* Ada',
        '*Impact:* checkout fails',
        '- [2026-01-31 04:09:06 UTC] Done: Restart the pods (Ada)',
        '2. On-call engineer: find the cause: run all checks of the runbook (suggested: Roll the deployment back)',
      ])
    );
  });

  it('cannot mention everybody in Slack', () => {
    const summary = warRoomSummary({ ...draft, title: '<!channel> & co' }, context, 'slack');
    expect(summary).toContain('*Title:* &lt;!channel&gt; &amp; co');
  });

  it('tell the public nothing internal', () => {
    expect(statusPageText(draft, context)).toContain('Payment service');
    expect(statusPageText(draft, context)).not.toContain('10.0.0.7');
    expect(statusPageText(draft, context)).toContain('Impact: critical');
    expect(statusPageText(draft, { ...context, isPublic: () => false })).not.toContain('Payment service');
    expect(statusPageText({ ...draft, status: 'resolved' }, context)).toContain('Status: resolved');
  });

  it('name a war room that Slack takes', () => {
    expect(warRoom({ ...draft, id: 'INC-Ü B' })).toEqual({
      channel: 'incident-inc-b',
      purpose: 'War room for PaymentFailures *is* here',
      members: ['@incident-commander', '@on-call-engineer'],
    });
  });
});
