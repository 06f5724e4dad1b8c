import { formatPercent } from '../../format/format';
import { ROUNDING_RULE } from '../../sla/credits';
import {
  budgetText,
  customerUptimeText,
  NOTHING,
  outcomeText,
  spanText,
  stakeText,
  targetText,
  uptimeText,
} from './text';
import { type MonthReport, type ObjectiveResult } from './types';

/** The report as Markdown, to paste into a wiki or a mail. */
export function reportMarkdown(report: MonthReport): string {
  const { timeZone } = report;
  const incidents = report.objectives.flatMap((one) => one.incidents.map((incident) => ({ one, incident })));
  return (
    [
      `# Service level report, ${markdownText(report.label)}`,
      `${report.from} to ${report.until} (${markdownText(timeZone)}${report.isPartial ? ', the month is not over' : ''}). Written ${report.generatedAt}.`,
      `${report.total} objectives: ${report.byState.map(({ state, count }) => `${count} ${state}`).join(', ')}, ${report.levels} levels. At risk: ${report.atRisk}.`,
      '## What to do',
      report.recommendations.length > 0
        ? report.recommendations
            .map(({ text, because }) => `- ${markdownText(text)} (${because.map(markdownText).join('; ')})`)
            .join('\n')
        : 'Nothing: every objective was kept with budget to spare.',
      '## Objectives',
      table(
        [
          'State',
          'System',
          'Team',
          'Objective',
          'Attained',
          'Target',
          'Budget left',
          'Without maintenance',
          'Recorded',
        ],
        report.objectives.map((one) => [
          one.state ?? 'level',
          one.systemName,
          one.team,
          one.slo.title,
          uptimeText(one.attainedRatio),
          targetText(one),
          budgetText(one.budgetRemainingRatio),
          maintenanceText(one),
          formatPercent(one.coverageRatio, 0),
        ])
      ),
      '## What spent the budgets',
      incidents.length > 0
        ? table(
            ['Objective', 'When', 'Bad events', 'Budget spent', 'Highest burn rate'],
            incidents.map(({ one, incident }) => [
              one.slo.title,
              spanText(incident.fromMs, incident.toMs, timeZone),
              String(Math.round(incident.badEvents)),
              budgetText(incident.spentRatio),
              `${Number(incident.peakBurn.toFixed(1))}×`,
            ])
          )
        : 'Nothing that spent a percent of a budget in one go.',
      '## Agreements with customers',
      table(
        ['System', 'Tier', 'Promised', 'Uptime', 'At stake', 'Outcome'],
        report.tiers.map((tier) => [
          tier.systemName,
          tier.tierName,
          uptimeText(tier.sla?.targetRatio),
          customerUptimeText(tier),
          stakeText(tier),
          outcomeText(tier),
        ])
      ),
      ROUNDING_RULE,
    ].join('\n\n') + '\n'
  );
}

function maintenanceText({ withoutMaintenance }: ObjectiveResult): string {
  return withoutMaintenance
    ? `${uptimeText(withoutMaintenance.attainedRatio)} (${withoutMaintenance.reasons.join(', ')})`
    : NOTHING;
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`;
  return [line(head), `|${head.map(() => ' --- |').join('')}`, ...rows.map(line)].join('\n');
}

/** Text that means itself: no markup, no table cell, no HTML, one line. */
export function markdownText(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|#~]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();
}
