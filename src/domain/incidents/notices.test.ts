import { type Receiver } from '../alerts/routing/types';
import { type Notice, noticesOf } from './notices';
import { type TextContext } from './texts';
import { type IncidentDraft } from './types';

const AT_MS = Date.UTC(2026, 0, 31, 4, 5, 6);
const draft: IncidentDraft = {
  id: 'INC-ABC',
  title: 'Payments <!here> fail',
  description: '',
  severity: 'critical',
  status: 'open',
  affectedServices: [{ system: 'obs-standards', service: 'payment-service' }],
  createdAtMs: AT_MS,
  updatedAtMs: AT_MS,
  alerts: [{ id: 'a', name: 'HighErrorRate', labels: {}, startedAtMs: AT_MS }],
  timeline: [],
};
const context: TextContext = {
  nameOf: () => 'Payment Service',
  isPublic: () => false,
  onCall: ['Bo for Payments'],
  remedies: [],
  url: 'https://grafana/incident',
  nowMs: AT_MS + 60_000,
};
const receivers: readonly Receiver[] = [
  { name: 'critical', pagerduty: true, slack: ['#critical'] },
  { name: 'team', slack: ['#payments', '#critical'], email: ['team@company.com'] },
];
const toOf = (notices: readonly Notice[]) => notices.map(({ tool, to }) => [tool, to]);

it('tells everybody of a critical incident once, and the leadership', () => {
  expect(toOf(noticesOf(draft, receivers, ['boss@company.com'], context))).toEqual([
    ['PagerDuty', ''],
    ['Slack', '#critical'],
    ['Slack', '#payments'],
    ['E-mail', 'team@company.com, boss@company.com'],
  ]);
});

it('leaves the leadership alone otherwise', () => {
  const medium = { ...draft, severity: 'medium' as const };
  expect(toOf(noticesOf(medium, [{ name: 'team', slack: ['#payments'] }], ['boss@company.com'], context))).toEqual([
    ['Slack', '#payments'],
  ]);
  expect(noticesOf(medium, [], ['boss@company.com'], context)).toEqual([]);
});

it('has an event for PagerDuty, with the incident as its key', () => {
  const [event] = noticesOf(draft, receivers, [], context);
  expect(JSON.parse(event?.text ?? '')).toEqual({
    event_action: 'trigger',
    dedup_key: 'INC-ABC',
    payload: {
      summary: 'Payments <!here> fail',
      source: 'payment-service',
      severity: 'critical',
      timestamp: '2026-01-31T04:05:06.000Z',
      custom_details: {
        Status: 'open',
        Services: 'Payment Service',
        Since: '2026-01-31 04:05:06 UTC (1 min ago)',
        Impact: 'not known yet',
        'Assigned to': 'nobody yet',
        'On call': 'Bo for Payments',
        Alerts: 'HighErrorRate',
      },
    },
    links: [{ href: 'https://grafana/incident', text: 'INC-ABC' }],
  });
});

it('closes the event with the incident, and has one for Opsgenie', () => {
  const over = noticesOf(
    { ...draft, status: 'resolved' },
    [{ name: 'p', pagerduty: true, opsgenie: true }],
    [],
    context
  );
  expect(JSON.parse(over[0]?.text ?? '')).toMatchObject({ event_action: 'resolve', dedup_key: 'INC-ABC' });
  expect(JSON.parse(over[1]?.text ?? '')).toMatchObject({ alias: 'INC-ABC', priority: 'P1' });
});

it('calls nobody by accident in Slack', () => {
  const [, slack] = noticesOf(draft, receivers, [], context);
  expect(slack?.text.split('\n').slice(0, 2)).toEqual([
    '*CRITICAL INC-ABC* Payments &lt;!here&gt; fail',
    '*Status:* open',
  ]);
});

it('keeps the subject of an e-mail on one line', () => {
  const [mail] = noticesOf({ ...draft, title: 'a\r\nBcc: all' }, [{ name: 'm', email: ['a@b.c'] }], [], context);
  expect(mail?.subject).toBe('[CRITICAL] INC-ABC: a Bcc: all');
});
