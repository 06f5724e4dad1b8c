import { countOf, formatDuration, formatPercent } from '../format/format';
import { formatUs } from '../traces/formatUs';
import { type Anomaly, type AnomalyKind, type Comparison, type ComparisonRoute, type ComparisonVerdict } from './types';
import { BASELINE_MS, RECENT_MS } from './windows';

const VERDICTS: Readonly<Record<Exclude<ComparisonVerdict, 'anomalous'>, string>> = {
  silent: 'Silent',
  new: 'New',
  'too-few': 'Too few calls',
  steady: 'As before',
};
const KINDS: Readonly<Record<AnomalyKind, string>> = { duration: 'Slower', errors: 'Failing' };

/** The verdict in a word or two. */
export function verdictWord({ verdict, anomalies }: Pick<Comparison, 'verdict' | 'anomalies'>): string {
  if (verdict !== 'anomalous') {
    return VERDICTS[verdict];
  }
  const [first = '', ...more] = anomalies.map(({ kind }) => KINDS[kind]);
  return [first, ...more.map((word) => word.toLowerCase())].join(' and ');
}

const duration = (ms: number) => formatUs(ms * 1000);

/** `14,400`: counts of counters have a fraction at the edges of a window. */
export function callsText(calls: number): string {
  return Math.round(calls).toLocaleString('en');
}

/** `2.5 ×`, `13 ×`. */
export function factorText(factor: number): string {
  return `${factor < 10 ? factor.toFixed(1) : Math.round(factor).toLocaleString('en')} ×`;
}

/** What an anomaly is, with both sides and what they rest on. */
export function anomalyWords({ kind, measured, baseline, factor, recentCalls, baselineCalls }: Anomaly): string {
  const rests = `${callsText(recentCalls)} calls, before ${callsText(baselineCalls)}`;
  if (kind === 'duration') {
    const before =
      factor === null ? 'before, no time at all' : `${factorText(factor)} the ${duration(baseline)} of before`;
    return `p95 ${duration(measured)}, ${before} (${rests})`;
  }
  return factor === null
    ? `${formatPercent(measured)} fail; before, none did (${rests})`
    : `${formatPercent(measured)} fail, ${factorText(factor)} the ${formatPercent(baseline)} of before (${rests})`;
}

/** What an operation that has gone silent or is new used to do, or does. */
export function presenceWords({ verdict, recent, baseline }: Comparison): string {
  if (verdict === 'silent' && baseline) {
    const perHour = (baseline.calls / (baseline.observedMs ?? RECENT_MS)) * RECENT_MS;
    return `No call in the hour; before, about ${callsText(perHour)} an hour`;
  }
  const p95Ms = recent?.quantilesMs.p95;
  return `${callsText(recent?.calls ?? 0)} calls${p95Ms === undefined ? '' : `, p95 ${duration(p95Ms)}`}; none before, so there is nothing to compare with`;
}

/** Where the figures come from, and what they are not. */
export function routeWords(route: ComparisonRoute): string {
  switch (route.kind) {
    case 'span-metrics':
      return 'Every call, as the metrics of spans count them.';
    case 'span-index':
      return `Every span that Jaeger stored in ${route.index}; where traces are sampled, a part of all calls.${
        route.isCut ? ' There are more operations than one answer holds: the rarest are missing.' : ''
      }`;
    case 'trace-sample':
      return `A sample: from ${countOf(route.recentTraces, 'trace')} of ${route.service} in the hour and ${route.baselineTraces} of the day before. Failed traces may be kept more often than others.${
        route.isCut ? ' There are more traces than were looked at.' : ''
      }`;
  }
}

/** A part of the baseline that is missing by no more than a restart takes is not worth a word. */
const WHOLE_MS = BASELINE_MS - RECENT_MS;

/** How much of the baseline there is, where it is not all of it; empty otherwise, and where that is not known. */
export function observedWords(comparisons: readonly Comparison[]): string {
  const observed = comparisons.flatMap(({ baseline }) => baseline?.observedMs ?? []);
  const longestMs = observed.reduce((longest, one) => Math.max(longest, one), 0);
  return longestMs > 0 && longestMs < WHOLE_MS
    ? `Of those, ${formatDuration(longestMs)} at most are on record: the baseline is as short as that.`
    : '';
}
