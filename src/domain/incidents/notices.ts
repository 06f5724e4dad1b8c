import { priorityOf } from '../alerts/routing/priority';
import { type Receiver } from '../alerts/routing/types';
import { bold, plain, utc } from './markup';
import { ageInWords, type TextContext } from './texts';
import { type IncidentDraft, type IncidentSeverity } from './types';

/** A text for somebody who has to hear of an incident. The app sends nothing: it is there to be copied. */
export interface Notice {
  tool: 'PagerDuty' | 'Opsgenie' | 'Slack' | 'E-mail';
  /** Channel or address; empty where the tool decides. */
  to: string;
  /** Of an e-mail. */
  subject?: string | undefined;
  text: string;
}

/** The word that alerts have for a severity of incidents; the other way round than `severityOfAlert`. */
export const ALERT_SEVERITY: Readonly<Record<IncidentSeverity, string>> = {
  critical: 'critical',
  high: 'high',
  medium: 'warning',
  low: 'info',
};

/** PagerDuty's own four words. */
const PAGERDUTY_SEVERITY: Readonly<Record<IncidentSeverity, string>> = {
  critical: 'critical',
  high: 'error',
  medium: 'warning',
  low: 'info',
};

/**
 * Who is told, where, and in which words; each of them once. Source: document 004, response steps.
 * @param receivers whom the routing names for alerts of this severity.
 * @param leadership addresses that are told of critical incidents.
 */
export function noticesOf(
  draft: IncidentDraft,
  receivers: readonly Receiver[],
  leadership: readonly string[],
  context: TextContext
): Notice[] {
  const isCritical = draft.severity === 'critical';
  const channels = unique(receivers.flatMap(({ slack = [] }) => slack));
  const addresses = unique([...receivers.flatMap(({ email = [] }) => email), ...(isCritical ? leadership : [])]);
  return [
    ...(receivers.some(({ pagerduty }) => pagerduty)
      ? [{ tool: 'PagerDuty' as const, to: '', text: pagerDutyEvent(draft, context) }]
      : []),
    ...(receivers.some(({ opsgenie }) => opsgenie)
      ? [{ tool: 'Opsgenie' as const, to: '', text: opsgenieAlert(draft, context) }]
      : []),
    ...channels.map((to) => ({ tool: 'Slack' as const, to, text: slackMessage(draft, context) })),
    ...(addresses.length > 0
      ? [{ tool: 'E-mail' as const, to: addresses.join(', '), subject: subjectOf(draft), text: mail(draft, context) }]
      : []),
  ];
}

function facts(draft: IncidentDraft, { nameOf, onCall, nowMs }: TextContext): Array<readonly [string, string]> {
  return [
    ['Status', draft.status],
    ['Services', draft.affectedServices.map(nameOf).join(', ') || 'unknown'],
    ['Since', `${utc(draft.createdAtMs)} (${ageInWords(draft, nowMs)})`],
    ['Impact', draft.impact ?? 'not known yet'],
    ['Assigned to', draft.assignedTo ?? 'nobody yet'],
    ['On call', onCall.join('; ') || 'nobody is configured'],
  ];
}

function slackMessage(draft: IncidentDraft, context: TextContext): string {
  return [
    `${bold(`${draft.severity.toUpperCase()} ${plain(draft.id, 'slack')}`, 'slack')} ${plain(draft.title, 'slack')}`,
    ...facts(draft, context).map(([name, value]) => `${bold(`${name}:`, 'slack')} ${plain(value, 'slack')}`),
    ...(context.url ? [context.url] : []),
    '',
  ].join('\n');
}

function subjectOf(draft: IncidentDraft): string {
  return line(`[${draft.severity.toUpperCase()}] ${draft.id}: ${draft.title}`);
}

function mail(draft: IncidentDraft, context: TextContext): string {
  return [
    line(draft.title),
    '',
    ...facts(draft, context).map(([name, value]) => `${name}: ${line(value)}`),
    ...(draft.description ? ['', draft.description] : []),
    ...(context.url ? ['', context.url] : []),
    '',
  ].join('\n');
}

/** Body of an event for PagerDuty's Events API v2; the routing key is whoever sends it's. */
function pagerDutyEvent(draft: IncidentDraft, context: TextContext): string {
  const details = Object.fromEntries(facts(draft, context));
  return json({
    event_action: draft.status === 'resolved' ? 'resolve' : 'trigger',
    dedup_key: draft.id,
    payload: {
      summary: line(draft.title).slice(0, 1024),
      source: draft.affectedServices.map(({ service }) => service).join(', ') || 'unknown',
      severity: PAGERDUTY_SEVERITY[draft.severity],
      timestamp: new Date(draft.createdAtMs).toISOString(),
      custom_details: { ...details, Alerts: draft.alerts.map(({ name }) => name).join(', ') },
    },
    ...(context.url ? { links: [{ href: context.url, text: draft.id }] } : {}),
  });
}

/** Body for Opsgenie's alert API. */
function opsgenieAlert(draft: IncidentDraft, context: TextContext): string {
  const priority = priorityOf({ severity: ALERT_SEVERITY[draft.severity] }) ?? 'P3';
  return json({
    message: line(draft.title).slice(0, 130),
    alias: draft.id,
    description: draft.description,
    priority,
    details: Object.fromEntries(facts(draft, context)),
  });
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
const line = (text: string) => text.replace(/\s+/g, ' ').trim();
const unique = (texts: readonly string[]) => [...new Set(texts)];
