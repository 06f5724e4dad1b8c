import { formatDuration } from '../format/format';
import { bold, type Markup, plain, utc } from './markup';
import { nextStepsOf } from './nextSteps';
import { statusPageImpact } from './severity';
import { endedAtMs } from './times';
import { type IncidentDraft, type IncidentStatus, type ServiceRef } from './types';

/** What the texts need beside the incident itself. */
export interface TextContext {
  nameOf: (service: ServiceRef) => string;
  /** Customers use it directly. */
  isPublic: (service: ServiceRef) => boolean;
  /** Who is on call for the teams concerned, in words. */
  onCall: readonly string[];
  /** Names of suggested remedies that nobody has carried out yet. */
  remedies: readonly string[];
  /** Address of the page that shows the incident. */
  url?: string | undefined;
  nowMs: number;
}

const NEWEST_ENTRIES = 12;

/**
 * Summary for a war room: what, how bad, where, since when, what it does to whom, who has it, what was tried, what is
 * next, and what was seen. Source: document 004, war room.
 */
export function warRoomSummary(draft: IncidentDraft, context: TextContext, markup: Markup): string {
  const facts: ReadonlyArray<readonly [string, string]> = [
    ['Title', draft.title],
    ['Severity', draft.severity.toUpperCase()],
    ['Status', draft.status],
    ['Affected services', servicesInWords(draft, context)],
    ['Created', `${utc(draft.createdAtMs)} (${ageInWords(draft, context.nowMs)})`],
    ['Impact', draft.impact ?? 'not known yet'],
    ['Alerts', alertsInWords(draft)],
    ['Assigned to', draft.assignedTo ?? 'nobody yet'],
    ['On call', context.onCall.join('; ') || 'nobody is configured'],
  ];
  const lineEnd = markup === 'markdown' ? '  ' : '';
  const tried = draft.timeline.filter(({ kind }) => kind === 'action');
  const left = draft.timeline.length - NEWEST_ENTRIES;
  return [
    bold(`INCIDENT ${plain(draft.id, markup)}`, markup),
    '',
    ...facts.map(([name, value]) => `${bold(`${name}:`, markup)} ${plain(value, markup)}${lineEnd}`),
    '',
    bold('Tried', markup),
    ...(tried.length > 0 ? tried.map((entry) => entryLine(entry, markup)) : ['- nothing yet']),
    '',
    bold('Next steps', markup),
    ...nextStepsOf(draft.status, context.remedies).map(
      ({ who, what }, index) => `${index + 1}. ${who}: ${plain(what, markup)}`
    ),
    '',
    bold(left > 0 ? `Timeline, the newest ${NEWEST_ENTRIES} of ${draft.timeline.length}` : 'Timeline', markup),
    ...draft.timeline.slice(-NEWEST_ENTRIES).map((entry) => entryLine(entry, markup)),
    // Last, as an address with a draft in it is long.
    ...(context.url ? ['', `${bold('Page:', markup)} ${context.url}`] : []),
    '',
  ].join('\n');
}

/** `- [2026-01-31 04:05:06 UTC] text (Ada)`. */
function entryLine({ atMs, text, by }: IncidentDraft['timeline'][number], markup: Markup): string {
  return `- [${utc(atMs)}] ${plain(by ? `${text} (${by})` : text, markup)}`;
}

function servicesInWords({ affectedServices }: IncidentDraft, { nameOf, isPublic }: TextContext): string {
  const names = affectedServices.map((service) => `${nameOf(service)}${isPublic(service) ? ' (public-facing)' : ''}`);
  return names.join(', ') || 'unknown';
}

/** `12 min ago`, or how long it lasted. */
export function ageInWords(draft: IncidentDraft, nowMs: number): string {
  const endMs = endedAtMs(draft);
  return endMs === undefined
    ? `${formatDuration(nowMs - draft.createdAtMs)} ago`
    : `lasted ${formatDuration(endMs - draft.createdAtMs)}`;
}

function alertsInWords({ alerts }: IncidentDraft): string {
  const names = (isOver: boolean) => [
    ...new Set(alerts.filter(({ endedAtMs: end }) => (end !== undefined) === isOver).map(({ name }) => name)),
  ];
  const [firing, over] = [names(false), names(true)];
  const parts = [
    ...(firing.length > 0 ? [`firing: ${firing.join(', ')}`] : []),
    ...(over.length > 0 ? [`over: ${over.join(', ')}`] : []),
  ];
  return parts.join('; ') || 'none known';
}

const PUBLIC_WORDS: Readonly<Record<IncidentStatus, (names: string) => string>> = {
  open: (names) => `We are looking into a problem with ${names} and will post an update here.`,
  investigating: (names) => `We are looking into a problem with ${names} and will post an update here.`,
  identified: (names) => `We have found what causes the problem with ${names} and are working on it.`,
  monitoring: (names) => `${names}: the problem is mitigated. We are watching whether it stays so.`,
  resolved: (names) => `The problem with ${names} is solved.`,
};

/**
 * Draft of a status-page entry, to be edited and copied. Names public services only and holds no internal values:
 * titles and descriptions of alerts are full of them.
 */
export function statusPageText(draft: IncidentDraft, { nameOf, isPublic }: TextContext): string {
  const names = draft.affectedServices.filter(isPublic).map(nameOf).join(', ') || 'our service';
  const status = draft.status === 'open' ? 'investigating' : draft.status;
  return `Status: ${status}\nImpact: ${statusPageImpact(draft.severity)}\n\n${PUBLIC_WORDS[draft.status](names)}\n`;
}

/** What a channel for the incident is called, and who is asked into it. Source: document 004, war room. */
export function warRoom(draft: IncidentDraft): { channel: string; purpose: string; members: readonly string[] } {
  // Slack takes lower-case letters, digits, dashes and underscores, at most 80.
  const channel = `incident-${draft.id}`
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .slice(0, 80);
  return {
    channel,
    purpose: plain(`War room for ${draft.title}`, 'slack').slice(0, 250),
    members: ['@incident-commander', '@on-call-engineer'],
  };
}
