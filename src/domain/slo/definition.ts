import { formatDuration, formatPercent } from '../format/format';
import { type Matcher, renderSelector } from '../promql/matchers';
import { hasBudget, type LevelSli, type Sli, type Slo } from './types';

const OPERATORS = { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' } as const;
const PERIODS = { week: 'calendar week', month: 'calendar month', quarter: 'calendar quarter' } as const;

/** What an objective promises, in one sentence: which share of which events, over what time. */
export function promise(slo: Slo): string {
  const { sli, windowDays, calendar, timeSlice } = slo;
  const over = calendar ? `each ${PERIODS[calendar.unit]} (${calendar.timeZone})` : `the last ${windowDays} days`;
  if (!hasBudget(slo)) {
    return sli.kind === 'level'
      ? `${sli.signal.title}: ${OPERATORS[sli.op]} ${sli.bound}${criticalText(sli)}. It is judged by its present value and has no error budget.`
      : 'It has no target.';
  }
  const share = formatPercent(slo.targetRatio, 4);
  return timeSlice
    ? `In ${share} of the five-minute slices of ${over}, at least ${formatPercent(timeSlice.goodRatio, 4)} of ${eventsText(sli)} are good: ${goodText(sli)}.`
    : `Over ${over}, ${share} of ${eventsText(sli)} are good: ${goodText(sli)}.`;
}

function criticalText({ op, criticalBound }: LevelSli): string {
  if (criticalBound === undefined) {
    return '';
  }
  return `, critical ${op === '<' || op === '<=' ? 'over' : 'under'} ${criticalBound}`;
}

function eventsText(sli: Sli): string {
  switch (sli.kind) {
    case 'boolean':
      return 'the samples';
    case 'level':
      return 'the five-minute slices';
    default:
      return 'the events';
  }
}

/** When an event is good. */
export function goodText(sli: Sli): string {
  switch (sli.kind) {
    case 'ratio':
      return `counted by ${renderSelector(sli.total)} and not by ${renderSelector(sli.bad)}`;
    case 'good-ratio':
      return `of those counted by ${renderSelector(sli.total)}, also counted by ${renderSelector(sli.good)}`;
    case 'latency':
      return `${renderSelector({ metric: sli.histogram, where: sli.where })} took no longer than ${sli.thresholdSeconds} s`;
    case 'boolean':
      return `${renderSelector(sli.gauge)} is 1`;
    case 'freeform':
      return `counted by ${sli.total} and not by ${sli.bad}`;
    case 'level':
      return `${sli.signal.title} is ${OPERATORS[sli.op]} ${sli.bound}`;
  }
}

/** How the figures come about: what every number on the page has in common. */
export function methodText(slo: Slo, coverageRatio: number): string {
  const method = slo.timeSlice || slo.sli.kind === 'level' ? 'by time slices of five minutes' : 'by events';
  const coverage =
    coverageRatio < 0.99
      ? `; counts exist for ${formatPercent(coverageRatio, 0)} of the window (${formatDuration(coverageRatio * slo.windowDays * 86_400_000)})`
      : '';
  return `Counted ${method}, rolling over ${slo.windowDays} days${coverage}.`;
}

/** Labels that a selector fixes to one value: grouping by them would show one line. */
export function fixedLabels(where: Readonly<Record<string, Matcher>> = {}): string[] {
  return Object.entries(where)
    .filter(([, matcher]) => typeof matcher === 'string')
    .map(([label]) => label);
}
