import { prometheus } from '../../datasources';
import { type TimeWindow } from '../../datasources/types';
import { dayBeforeWords, exemplarTraces } from '../../domain/runbook/context';
import { type Finding } from '../../domain/runbook/findings';
import { type MetricQuestion } from '../../domain/runbook/questions';
import { type Asking } from './askCheck';

const DAY_MS = 24 * 3_600_000;
/** Exemplars of what is wrong now; what was before the incident says nothing about it. */
const EXEMPLARS_MS = 15 * 60_000;

/** The same time of the day before. */
export function dayBefore({ fromMs, toMs }: TimeWindow): TimeWindow {
  return { fromMs: fromMs - DAY_MS, toMs: toMs - DAY_MS };
}

/**
 * What somebody asks next about an abnormal measurement: was it so yesterday, and which requests were it? At most two
 * more requests; without answers the finding stays as it is.
 */
export async function askContext(question: MetricQuestion, finding: Finding, asking: Asking): Promise<Finding> {
  if (finding.verdict !== 'abnormal') {
    return finding;
  }
  const [before, traces] = await Promise.all([askYesterday(question, finding, asking), askTraces(question, asking)]);
  return { ...finding, ...(before && { context: before }), ...(traces.length > 0 && { traces }) };
}

async function askYesterday(
  question: MetricQuestion,
  finding: Finding,
  { dataSources, range, signal, format }: Asking
) {
  if (question.reduce !== 'last' || question.abnormal.of === 'yesterday' || question.unit === 'bool') {
    return undefined;
  }
  const answer = await prometheus.instant({
    dataSourceUid: dataSources.prometheus,
    expr: question.expr,
    range: dayBefore(range),
    signal,
  });
  return answer.ok ? dayBeforeWords(finding, answer.value, format) : undefined;
}

async function askTraces(question: MetricQuestion, { dataSources, range, signal }: Asking) {
  // Only buckets of histograms carry exemplars.
  if (!question.expr.includes('_bucket')) {
    return [];
  }
  const answer = await prometheus.exemplars({
    dataSourceUid: dataSources.prometheus,
    expr: question.expr,
    range: { fromMs: Math.max(range.fromMs, range.toMs - EXEMPLARS_MS), toMs: range.toMs },
    signal,
  });
  return answer.ok ? exemplarTraces(question, answer.value) : [];
}
