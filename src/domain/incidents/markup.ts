import { visible } from '../runbook/escape';

/** Where a text will be pasted: the two write bold text differently, and read different characters as their own. */
export type Markup = 'markdown' | 'slack';

export function bold(text: string, markup: Markup): string {
  return markup === 'slack' ? `*${text}*` : `**${text}**`;
}

/** A text from outside in the middle of a line: no markup, no mention of anybody. */
export function plain(text: string, markup: Markup): string {
  const line = visible(text.replace(/\s+/g, ' '));
  return markup === 'slack' ? escapeSlack(line) : escapeMarkdown(line);
}

/** People read it before it is rendered too: no more is escaped than would be markup in the middle of a line. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|#]/g, '\\$&');
}

/** The three characters that Slack reads as its own; without them there is no `<!channel>`. */
function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** `2026-01-31 04:05:06 UTC`. */
export function utc(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
