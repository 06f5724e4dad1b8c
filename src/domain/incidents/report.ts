import { countOf, formatDuration, formatPercent } from '../format/format';
import { markdownText } from '../runbook/escape';
import { bullets, document } from '../runbook/exportMarkdown';
import { type Impact, type ObjectiveImpact } from '../runbook/impact';
import { impactLines } from '../runbook/review';
import { errorsInWords, type ServiceErrors } from './errors';
import { utc } from './markup';
import { type TextContext } from './texts';
import { acknowledgedAtMs, endedAtMs } from './times';
import { type IncidentDraft } from './types';

/** Something that happened, from whatever source. */
export interface ReportEntry {
  timeMs: number;
  text: string;
}

/** What a runbook found during the incident. */
export interface RunbookFindings {
  title: string;
  /** When its checks were run; they are asked about that time. */
  ranAtMs: number;
  overall: string;
  /** Statements of what was abnormal. */
  abnormal: readonly string[];
  entries: readonly ReportEntry[];
}

/** All that is measured of an incident. */
export interface Measured {
  /** By service, of those that have objectives or logs. */
  impacts: ReadonlyArray<{ service: string; impact: Impact }>;
  errors: readonly ServiceErrors[];
  runbooks: readonly RunbookFindings[];
  /** Deploys and alerts of the services concerned, from a while before. */
  changes: readonly ReportEntry[];
  /** What could not be measured, and why. */
  gaps: readonly string[];
}

export const NOTHING_MEASURED: Measured = { impacts: [], errors: [], runbooks: [], changes: [], gaps: [] };

/** The post-incident report: what is measured is filled in, what only people know is asked. Markdown. */
export function incidentReport(draft: IncidentDraft, measured: Measured, context: TextContext): string {
  const tried = draft.timeline.filter(({ kind }) => kind === 'action');
  return document([
    `# Post-incident report: ${markdownText(draft.title)}`,
    bullets(headLines(draft, context)),
    ...(draft.description ? [markdownText(draft.description)] : []),
    '## Impact',
    draft.impact ? `${markdownText(draft.impact)}` : '_What did users notice? Who, how many, for how long?_',
    '### As measured',
    bullets(measuredLines(measured, context)) || 'Nothing could be measured.',
    ...findings(measured),
    '## Timeline',
    bullets(timelineLines(draft, measured)) || 'Nothing was noted.',
    '## What was tried',
    bullets(tried.map(({ atMs, text, by }) => `${utc(atMs)} ${markdownText(by ? `${text} (${by})` : text)}`)) ||
      'Nothing was noted as done.',
    '## Root cause',
    '_Code, infrastructure or a dependency? Why was it possible, and why was it not noticed earlier?_',
    '## What went well, what did not',
    '_Detection, communication, runbook, tools._',
    '## Actions',
    bullets([
      '[ ] Fix of the cause (owner, date):',
      '[ ] Better detection (owner, date):',
      '[ ] Change of the runbook (owner, date):',
    ]),
    ...(context.url ? [`[The incident](<${context.url}>)`] : []),
  ]);
}

function headLines(draft: IncidentDraft, { nameOf, isPublic, nowMs }: TextContext): string[] {
  const endMs = endedAtMs(draft);
  const takenMs = acknowledgedAtMs(draft);
  const since = (atMs: number) => formatDuration(atMs - draft.createdAtMs);
  const services = draft.affectedServices.map(
    (service) => `${markdownText(nameOf(service))}${isPublic(service) ? ' (public-facing)' : ''}`
  );
  return [
    `Incident: ${markdownText(draft.id)}, severity ${draft.severity}, ${draft.status}`,
    `Services: ${services.join(', ') || 'unknown'}`,
    `Start: ${utc(draft.createdAtMs)}`,
    `End: ${endMs === undefined ? 'still going on' : utc(endMs)}`,
    `Duration: ${since(endMs ?? nowMs)}${endMs === undefined ? ' so far' : ''}`,
    `Acknowledged: ${takenMs === undefined ? 'by nobody' : `after ${since(takenMs)}`}`,
    `Assigned to: ${draft.assignedTo === undefined ? 'nobody' : markdownText(draft.assignedTo)}`,
  ];
}

/** Measured impact, a line each; what was not measured says so. */
export function measuredLines({ impacts, errors, gaps }: Measured, { nameOf }: TextContext): string[] {
  return [
    ...errors.map((one) => `${markdownText(nameOf(one))}: ${errorsInWords(one)}`),
    // The first line is the duration, which is the same for all.
    ...impacts.flatMap(({ service, impact }) =>
      impactLines({ ...impact, gaps: [] })
        .slice(1)
        .map((line) => `${markdownText(service)}: ${line}`)
    ),
    ...[...new Set([...gaps, ...impacts.flatMap(({ impact }) => impact.gaps)])].map(
      (gap) => `Not measured: ${markdownText(gap)}`
    ),
  ];
}

function findings({ runbooks }: Measured): string[] {
  return runbooks.length === 0
    ? []
    : [
        '## What the runbooks found',
        ...runbooks.flatMap(({ title, ranAtMs, overall, abnormal }) => [
          `**${markdownText(title)}**, as of ${utc(ranAtMs)}: ${markdownText(overall)}`,
          bullets(abnormal.map(markdownText)),
        ]),
      ];
}

/** What people wrote down, what runbooks saw and what changed, in order of time. */
function timelineLines({ timeline }: IncidentDraft, { runbooks, changes }: Measured): string[] {
  const entries: ReportEntry[] = [
    ...timeline.map(({ atMs, text, by }) => ({ timeMs: atMs, text: by ? `${text} (${by})` : text })),
    ...runbooks.flatMap((runbook) => runbook.entries),
    ...changes,
  ];
  return entries.sort((a, b) => a.timeMs - b.timeMs).map(({ timeMs, text }) => `${utc(timeMs)} ${markdownText(text)}`);
}

/** One or two sentences of measured impact, for chat: errors, budget spent, who was affected. */
export function impactInWords({ impacts, errors }: Measured, { nameOf }: TextContext): string | undefined {
  const worst = errors.find(({ meanRatio }) => meanRatio > 0);
  const [spent] = impacts
    .flatMap(({ impact }) => impact.objectives)
    .sort((a, b) => (b.budgetSpentRatio ?? 0) - (a.budgetSpentRatio ?? 0));
  const affected = impacts.flatMap(({ impact }) => impact.affected ?? []).filter(({ names }) => names.length > 0);
  const parts = [
    ...(worst ? [`${nameOf(worst)}: ${errorsInWords(worst)}`] : []),
    ...(spent?.budgetSpentRatio ? [budgetInWords(spent)] : []),
    ...affected
      .slice(0, 1)
      .map(
        ({ what, names, isLeast }) =>
          `${isLeast ? 'at least ' : ''}${countOf(names.length, what.slice(0, -1))} met errors`
      ),
  ];
  return parts.length > 0 ? `${parts.join('; ')}.` : undefined;
}

function budgetInWords({ slo, budgetSpentRatio = 0 }: ObjectiveImpact): string {
  return `${slo.title} spent ${formatPercent(budgetSpentRatio, 1)} of its error budget of ${slo.windowDays} days`;
}
