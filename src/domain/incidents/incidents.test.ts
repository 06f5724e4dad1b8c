import { type Alert } from '../alerts/types';
import { draftOfGroup, nextStatuses, withAssignee, withEntry, withStatus } from './draft';
import { severityOfAlert, severityOfAlerts, statusPageImpact } from './severity';
import { statusPageText, warRoomSummary } from './texts';
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
const context = { nameOf: () => 'Payment service', nowMs: AT_MS + 125 * 60_000 };

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
    const resolved = withStatus(draft, 'resolved', AT_MS + 200_000);
    const again = withStatus(resolved, 'open', AT_MS + 300_000);
    expect(again.status).toBe('open');
    expect(again.timeline.slice(-2).map(({ text }) => text)).toEqual([
      'open → resolved',
      'Opened again (was resolved)',
    ]);
    expect(withStatus(resolved, 'monitoring', AT_MS + 300_000)).toBe(resolved);
  });

  it('only ever adds to its timeline, in the order of time', () => {
    const noted = withEntry(withAssignee(draft, 'Ada', AT_MS + 500_000), {
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
    expect(
      warRoomSummary(draft, { ...context, url: 'https://grafana/incident' }, 'markdown')
        .split('\n')
        .slice(0, 14)
    ).toEqual([
      '**INCIDENT INC-ABC**',
      '',
      '**Title:** PaymentFailures \\*is\\* here  ',
      '**Severity:** CRITICAL  ',
      '**Status:** open  ',
      '**Affected services:** Payment service  ',
      '**Created:** 2026-01-31 04:05:06 UTC (2 h 5 min ago)  ',
      '**Assigned to:** nobody yet  ',
      '**Page:** https://grafana/incident',
      '',
      '**Next steps**',
      '1. Incident commander: judge the impact and coordinate the response',
      '2. On-call engineer: begin investigation and mitigation',
      '3. Communications: prepare what customers are told, if they have to be',
    ]);
  });

  it('cannot mention everybody in Slack', () => {
    const summary = warRoomSummary({ ...draft, title: '<!channel> & co' }, context, 'slack');
    expect(summary).toContain('*Title:* &lt;!channel&gt; &amp; co');
  });

  it('tell the public nothing internal', () => {
    expect(statusPageText(draft, context)).toContain('Payment service');
    expect(statusPageText(draft, context)).not.toContain('10.0.0.7');
    expect(statusPageText(draft, context)).toContain('Impact: critical');
  });
});
