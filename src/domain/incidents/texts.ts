import { formatDuration } from '../format/format';
import { statusPageImpact } from './severity';
import { type IncidentDraft, type ServiceRef } from './types';

/** What the texts need beside the incident itself. */
export interface TextContext {
  nameOf: (service: ServiceRef) => string;
  /** Address of the page that shows the incident. */
  url?: string | undefined;
  nowMs: number;
}

const NEXT_STEPS = [
  ['Incident commander', 'judge the impact and coordinate the response'],
  ['On-call engineer', 'begin investigation and mitigation'],
  ['Communications', 'prepare what customers are told, if they have to be'],
] as const;

/** Where a text will be pasted; the two write bold text differently. */
export type Markup = 'markdown' | 'slack';

/**
 * Summary for a war room: id, title, severity, services, since when, next steps and the newest events.
 * Source: document 004, war room.
 */
export function warRoomSummary(draft: IncidentDraft, context: TextContext, markup: Markup): string {
  const bold = (text: string) => (markup === 'slack' ? `*${text}*` : `**${text}**`);
  const escaped = (text: string) => (markup === 'slack' ? escapeSlack(text) : escapeMarkdown(text));
  const facts: ReadonlyArray<readonly [string, string]> = [
    ['Title', draft.title],
    ['Severity', draft.severity.toUpperCase()],
    ['Status', draft.status],
    ['Affected services', draft.affectedServices.map(context.nameOf).join(', ') || 'unknown'],
    ['Created', `${utc(draft.createdAtMs)} (${formatDuration(context.nowMs - draft.createdAtMs)} ago)`],
    ['Assigned to', draft.assignedTo ?? 'nobody yet'],
  ];
  return [
    bold(`INCIDENT ${draft.id}`),
    '',
    ...facts.map(([name, value]) => `${bold(`${name}:`)} ${escaped(value)}${markup === 'markdown' ? '  ' : ''}`),
    ...(context.url ? [`${bold('Page:')} ${context.url}`] : []),
    '',
    bold('Next steps'),
    ...NEXT_STEPS.map(([who, what], index) => `${index + 1}. ${who}: ${what}`),
    '',
    bold('Timeline'),
    ...draft.timeline.map(({ atMs, text }) => `- [${utc(atMs)}] ${escaped(text)}`),
    '',
  ].join('\n');
}

/**
 * Draft of a status-page entry, to be edited and copied. Holds no internal values: descriptions of alerts are full of
 * them.
 */
export function statusPageText(draft: IncidentDraft, { nameOf }: TextContext): string {
  const names = draft.affectedServices.map(nameOf).join(', ') || 'our service';
  const impact = statusPageImpact(draft.severity);
  return `Status: investigating\nImpact: ${impact}\n\nWe are looking into a problem with ${names} and will post an update here.\n`;
}

/** `2026-01-31 04:05:06 UTC`. */
export function utc(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function escapeMarkdown(text: string): string {
  return text.replaceAll('\n', ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
}

/** The three characters that Slack reads as its own. */
function escapeSlack(text: string): string {
  return text.replaceAll('\n', ' ').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
