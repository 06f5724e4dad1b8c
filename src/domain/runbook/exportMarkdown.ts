import { markdownText } from './escape';
import { type Finding } from './findings';
import { checkKey, stepVerdict } from './flow';
import { type Findings } from './overall';
import { type Progress } from './progress';
import { type BoundCheck } from './questions';
import { type TimelineEntry } from './timeline';
import { type Runbook, type RunbookPhase, type RunbookStep, type Verdict } from './types';

/** Everything that a copy of a runbook shows. Times are written by `formatTime`. */
export interface RunbookCopy {
  runbook: Runbook;
  systemName: string;
  serviceName: string;
  owner: string;
  overall: string;
  findings: Findings;
  progress: Progress;
  timeline: readonly TimelineEntry[];
  /** By `checkKey`. */
  checks: Readonly<Record<string, BoundCheck>>;
  /** The step's text with its variables filled in; Markdown. */
  stepText: (step: RunbookStep) => string;
  formatTime: (timeMs: number) => string;
  /** Address of this view. */
  url: string;
}

export const PHASE_TITLES: Readonly<Record<RunbookPhase, string>> = {
  investigate: 'Investigate',
  mitigate: 'Mitigate',
  'roll-back': 'Roll back',
  verify: 'Verify',
  'post-incident': 'Post-incident',
};

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  abnormal: 'Abnormal',
  normal: 'Normal',
  'no-data': 'No data',
  failed: 'Failed',
  'not-applicable': 'Not applicable',
};

/** The runbook as it stands, with its findings: Markdown for a ticket or a wiki. */
export function runbookMarkdown(copy: RunbookCopy): string {
  const { runbook, overall, timeline, url } = copy;
  const steps = runbook.steps.map((step, index) => {
    const opens = runbook.steps[index - 1]?.phase !== step.phase;
    return [...(opens ? [`## ${PHASE_TITLES[step.phase]}`] : []), stepMarkdown(step, index, copy)].join('\n\n');
  });
  return document([
    `# ${markdownText(runbook.title)}`,
    facts(copy),
    `**Finding:** ${markdownText(overall)}`,
    ...steps,
    ...(timeline.length > 0 ? ['## Timeline', timelineMarkdown(timeline, copy.formatTime)] : []),
    `[This view](<${url}>)`,
  ]);
}

/** Blocks with an empty line between them. */
export function document(blocks: readonly string[]): string {
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function facts({ runbook, systemName, serviceName, owner }: RunbookCopy): string {
  const { severity, escalation } = runbook;
  return bullets([
    `System: ${markdownText(systemName)}, service: ${markdownText(serviceName)}`,
    `Severity: ${severity}, owner: ${markdownText(owner)}`,
    ...(escalation ? [`Escalation: after ${escalation.afterMinutes} minutes to ${markdownText(escalation.to)}`] : []),
  ]);
}

function stepMarkdown(step: RunbookStep, index: number, copy: RunbookCopy): string {
  const { findings, progress, checks, formatTime, stepText } = copy;
  const verdict = stepVerdict(
    step,
    Object.fromEntries(Object.entries(findings).map(([key, finding]) => [key, finding?.verdict]))
  );
  const doneAtMs = progress.done[step.id];
  const marks = [
    ...(verdict ? [VERDICT_WORDS[verdict]] : []),
    ...(doneAtMs === undefined ? [] : [`done ${formatTime(doneAtMs)}`]),
  ];
  const title = `### ${index + 1}. ${markdownText(step.title)}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
  const found = (step.checks ?? []).flatMap((_check, at) => {
    const key = checkKey(step.id, at);
    return checkMarkdown(checks[key], findings[key]);
  });
  return [title, stepText(step), ...found].filter(Boolean).join('\n\n');
}

function checkMarkdown(check: BoundCheck | undefined, finding: Finding | undefined): string[] {
  if (check?.kind === 'command') {
    return [fenced(check.text)];
  }
  return finding ? [`- **${VERDICT_WORDS[finding.verdict]}**: ${markdownText(finding.statement)}`] : [];
}

/** A code block whose fence is longer than any in the code. */
function fenced(code: string): string {
  const longest = [...code.matchAll(/`+/g)].reduce((most, [ticks]) => Math.max(most, ticks.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}sh\n${code}\n${fence}`;
}

export function timelineMarkdown(entries: readonly TimelineEntry[], formatTime: (timeMs: number) => string): string {
  return bullets(entries.map(({ timeMs, text }) => `${formatTime(timeMs)} ${markdownText(text)}`));
}

export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}
