import { elasticsearch, jaeger, prometheus } from '../../datasources';
import { type DataSourceWarning } from '../../datasources/errors';
import { type TimeWindow } from '../../datasources/types';
import { failedFinding, type Finding, type FormatValue } from '../../domain/runbook/findings';
import { judgeLogs } from '../../domain/runbook/judgeLogs';
import { judgeMetric } from '../../domain/runbook/judgeMetric';
import { judgeTraces } from '../../domain/runbook/judgeTraces';
import {
  type LiveQuestion,
  type LogQuestion,
  type MetricQuestion,
  type TraceQuestion,
} from '../../domain/runbook/questions';
import { askContext, dayBefore } from './askContext';

/** Whom to ask, about which time, and how values are written. */
export interface Asking {
  /** Uids; empty for one that is not configured. */
  dataSources: { prometheus: string; jaeger: string; elasticsearch: string };
  range: TimeWindow;
  signal: AbortSignal;
  format: FormatValue;
}

const DAY_MS = 24 * 3_600_000;
const GRAPH_POINTS = 120;
const SHOWN_LINES = 8;
const LOOKED_AT_TRACES = 20;
const COUNTED_TO = 10_000;

/**
 * Asks live data and judges the answer. A data source that fails makes a failed finding, never an error: the rest of
 * the runbook stays of use. Rejects only when aborted.
 */
export function askCheck(question: LiveQuestion, asking: Asking): Promise<Finding> {
  switch (question.kind) {
    case 'metric':
      return askMetric(question, asking);
    case 'log':
      return askLogs(question, asking);
    case 'trace':
      return askTraces(question, asking);
  }
}

async function askMetric(question: MetricQuestion, asking: Asking): Promise<Finding> {
  const { dataSources, range, signal, format } = asking;
  const common = { dataSourceUid: dataSources.prometheus, expr: question.expr, signal };
  const [now, overTime, yesterday] = await Promise.all([
    prometheus.instant({ ...common, range }),
    prometheus.range({ ...common, range, maxDataPoints: GRAPH_POINTS }),
    question.abnormal.of === 'yesterday' ? prometheus.instant({ ...common, range: dayBefore(range) }) : undefined,
  ]);
  const failed = [now, yesterday, question.reduce === 'last' ? undefined : overTime].find((one) => one?.ok === false);
  if (!now.ok || failed) {
    return failedFinding(`${question.title}: ${failed?.ok === false ? failed.error.message : 'it was not answered.'}`);
  }
  const answer = {
    now: now.value,
    series: overTime.ok ? overTime.value : undefined,
    yesterday: yesterday?.ok ? yesterday.value : undefined,
    remark: remarkOf(now.warnings),
  };
  const finding = judgeMetric(question, answer, format);
  if (finding.verdict !== 'no-data' || question.metrics.length === 0) {
    return askContext(question, finding, asking);
  }
  const known = await prometheus.existingMetrics({
    ...common,
    names: question.metrics,
    range: { fromMs: Math.min(range.fromMs, range.toMs - DAY_MS), toMs: range.toMs },
  });
  const missingMetrics = known.ok ? question.metrics.filter((name) => !known.value.has(name)) : [];
  return judgeMetric(question, { ...answer, missingMetrics }, format);
}

async function askLogs(question: LogQuestion, { dataSources, range, signal }: Asking): Promise<Finding> {
  const common = {
    dataSourceUid: dataSources.elasticsearch,
    range: { fromMs: range.toMs - question.withinMs, toMs: range.toMs },
    signal,
  };
  const page = await elasticsearch.logs({ ...common, query: question.query, limit: SHOWN_LINES });
  if (!page.ok) {
    return failedFinding(`${question.title}: ${page.error.message}`);
  }
  const { records, total = records.length } = page.value;
  const isNarrowed = question.query !== question.anyLine;
  const any =
    total === 0 && isNarrowed ? await elasticsearch.logs({ ...common, query: question.anyLine, limit: 1 }) : page;
  if (!any.ok) {
    return failedFinding(`${question.title}: ${any.error.message}`);
  }
  return judgeLogs(question, {
    total,
    isLeast: total >= COUNTED_TO || (page.value.total === undefined && page.value.nextPage !== undefined),
    records,
    anyLines: any === page ? undefined : any.value.records.length > 0,
    remark: remarkOf(page.warnings),
  });
}

async function askTraces(question: TraceQuestion, { dataSources, range, signal }: Asking): Promise<Finding> {
  const { service, operation, tags, withinMs, measure, abnormal } = question;
  const search = {
    dataSourceUid: dataSources.jaeger,
    range: { fromMs: range.toMs - withinMs, toMs: range.toMs },
    service,
    operation,
    tags,
    limit: LOOKED_AT_TRACES,
    signal,
  };
  // The newest few are not the slowest: those past the bound are asked for.
  const past =
    measure === 'slowest' ? await jaeger.searchWithSpans({ ...search, minDurationMs: abnormal.value }) : undefined;
  const found = past?.ok && past.value.length > 0 ? past : await jaeger.searchWithSpans(search);
  if (!found.ok) {
    return failedFinding(`${question.title}: ${found.error.message}`);
  }
  return judgeTraces(question, {
    traces: found.value,
    isSample: found.value.length >= LOOKED_AT_TRACES,
    remark: remarkOf(found.warnings),
  });
}

/** What is missing from an answer. That only a sample is shown is said anyway. */
function remarkOf(warnings: readonly DataSourceWarning[]): string | undefined {
  const told = warnings.filter(
    (warning) => warning.kind === 'partial' || (warning.kind === 'notice' && warning.severity !== 'info')
  );
  return told.length > 0 ? told.map(({ message }) => message).join(' ') : undefined;
}
