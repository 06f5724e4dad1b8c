import { countOf, formatDuration, formatPercent } from '../format/format';
import { markdownText } from './escape';
import { bullets, document, type RunbookCopy, timelineMarkdown } from './exportMarkdown';
import { type Impact, type ObjectiveImpact } from './impact';

const NAMED = 20;
const NAMED_IN_SENTENCE = 3;

/** A draft of a post-incident review: what is measured is filled in, what only people know is asked. */
export function reviewMarkdown(copy: RunbookCopy, impact: Impact, suspects: readonly string[]): string {
  const { runbook, serviceName, systemName, overall, timeline, formatTime, url } = copy;
  return document([
    `# Post-incident review: ${markdownText(runbook.title)}`,
    bullets([
      `Service: ${markdownText(serviceName)} (${markdownText(systemName)})`,
      `Severity: ${runbook.severity}`,
      `Start: ${formatTime(impact.startMs)}`,
      `End: ${impact.endMs === undefined ? 'still going on' : formatTime(impact.endMs)}`,
    ]),
    '## Impact, as measured',
    bullets(impactLines(impact)),
    '## What was found',
    markdownText(overall),
    ...(suspects.length > 0 ? [`Suspects, most accused first: ${suspects.map(markdownText).join(', ')}.`] : []),
    '## Timeline',
    timelineMarkdown(timeline, formatTime) || 'Nothing was noted.',
    '## Root cause',
    '_Code, infrastructure or a dependency? Why was it possible, and why was it not noticed earlier?_',
    '## What helped, what did not',
    '_Which steps were wrong, missing or slow?_',
    '## Actions',
    bullets([
      '[ ] Fix of the cause (owner, date):',
      '[ ] Better detection (owner, date):',
      '[ ] Change of this runbook:',
    ]),
    `[The runbook with these findings](<${url}>)`,
  ]);
}

/** The measured impact as Markdown, a line each; what was not measured says so. */
export function impactLines(impact: Impact, nowMs = Date.now()): string[] {
  const { startMs, endMs, gaps } = impact;
  const duration = formatDuration((endMs ?? nowMs) - startMs);
  return [
    `Duration: ${duration}${endMs === undefined ? ' so far' : ''}`,
    ...costs(impact, markdownText),
    ...gaps.map((gap) => `Not measured: ${markdownText(gap)}`),
  ];
}

/** The objective that suffered most and who was affected, in one line of plain text; undefined when neither is known. */
export function impactSentence({ objectives, affected }: Impact): string | undefined {
  const spent = ({ budgetSpentRatio = 0 }: ObjectiveImpact) => budgetSpentRatio;
  const [worst] = [...objectives].sort((a, b) => spent(b) - spent(a) || b.badEvents - a.badEvents);
  const told = { objectives: worst ? [worst] : [], affected: affected?.names.length === 0 ? undefined : affected };
  return costs(told, (name) => name, NAMED_IN_SENTENCE).join('; ') || undefined;
}

type Written = (name: string) => string;

function costs(
  { objectives, affected }: Pick<Impact, 'objectives' | 'affected'>,
  written: Written,
  mostNames = NAMED
): string[] {
  return [
    ...objectives.map((objective) => objectiveLine(objective, written)),
    ...(affected ? [affectedLine(affected, written, mostNames)] : []),
  ];
}

function objectiveLine({ slo, badEvents, totalEvents, budgetSpentRatio }: ObjectiveImpact, written: Written): string {
  const bad = Math.round(badEvents).toLocaleString('en');
  const total = Math.round(totalEvents).toLocaleString('en');
  const budget =
    budgetSpentRatio === undefined
      ? 'share of the error budget unknown'
      : `${formatPercent(budgetSpentRatio, 1)} of the error budget of ${slo.windowDays} days`;
  const share = formatPercent(badEvents / totalEvents, 2);
  return `${written(slo.title)}: ${bad} of ${total} events were bad (${share}), ${budget}`;
}

function affectedLine(
  { what, names, isLeast }: NonNullable<Impact['affected']>,
  written: Written,
  most: number
): string {
  if (names.length === 0) {
    return `Affected ${what}: none was named in error lines`;
  }
  const shown = names.slice(0, most).map(written).join(', ');
  const more = names.length > most || isLeast ? ', …' : '';
  return `Affected ${what}: ${isLeast ? 'at least ' : ''}${countOf(names.length, what.slice(0, -1))} (${shown}${more})`;
}
