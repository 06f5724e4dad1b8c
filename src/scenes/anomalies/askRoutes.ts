import { type System } from '../../catalog/types';
import { multiSearch } from '../../datasources/elasticsearch';
import { searchWithSpans } from '../../datasources/jaeger';
import { instants } from '../../datasources/prometheus';
import { failure, type Result, success } from '../../datasources/result';
import { baselineParts, RECENT_TRACES, samplePairs, TRACES_PER_PART } from '../../domain/anomalies/sample';
import { readSpanIndex, spanIndexPairs, spanIndexSearches } from '../../domain/anomalies/spanIndex';
import { spanMetricsPairs, type SpanMetricsQuestion, spanMetricsQueries } from '../../domain/anomalies/spanMetrics';
import { type ComparisonRoute, type OperationPair } from '../../domain/anomalies/types';
import { type ComparedWindows } from '../../domain/anomalies/windows';
import { type Sample } from '../../domain/metrics/types';

/** What a route answers: operations, and what they rest on. Unread columns and cut answers are told in `notes`. */
export interface RouteAnswer {
  pairs: readonly OperationPair[];
  route: ComparisonRoute;
  notes: readonly string[];
}

/** What to ask about. */
export interface RouteQuestion {
  dataSourceUid: string;
  windows: ComparedWindows;
  systems: readonly System[];
  /** The service's name in traces; all of them when absent. */
  service?: string | undefined;
  signal: AbortSignal;
}

/** Every counted call, from the metrics of spans: one request with eleven questions. */
export async function askSpanMetrics(question: RouteQuestion): Promise<Result<RouteAnswer>> {
  const { dataSourceUid, windows, systems, service, signal } = question;
  const answers = await instants({
    dataSourceUid,
    expressions: spanMetricsQueries({ systems: systems.map(({ id }) => id), service }),
    range: windows.recent,
    signal,
  });
  const { calls, callsBefore } = answers;
  // Without either side there is nothing to compare.
  for (const needed of [calls, callsBefore]) {
    if (!needed.ok) {
      return failure(needed.error);
    }
  }
  const values: Partial<Record<SpanMetricsQuestion, readonly Sample[]>> = {};
  const notes = new Set<string>();
  for (const name of Object.keys(answers) as SpanMetricsQuestion[]) {
    const answer = answers[name];
    if (answer.ok) {
      values[name] = answer.value;
    } else {
      notes.add(`A part of the figures could not be read: ${answer.error.message}`);
    }
  }
  return success({ pairs: spanMetricsPairs(values), route: { kind: 'span-metrics' }, notes: [...notes] });
}

/** Every stored span, from the index that Jaeger writes: one request with two searches. */
export async function askSpanIndex(question: RouteQuestion & { index: string }): Promise<Result<RouteAnswer>> {
  const { dataSourceUid, windows, systems, service, index, signal } = question;
  const searches = spanIndexSearches(windows, service).map((body) => ({ index, body }));
  const answer = await multiSearch({ dataSourceUid, searches, signal });
  if (!answer.ok) {
    return answer;
  }
  const [recent, baseline] = answer.value;
  if (!recent?.ok || !baseline?.ok) {
    return [recent, baseline].find((one) => one && !one.ok) as Result<never>;
  }
  const now = readSpanIndex(recent.value.aggregations, windows.recent.toMs);
  const before = readSpanIndex(baseline.value.aggregations, windows.baseline.toMs);
  return success({
    pairs: spanIndexPairs(now, before, (name) => systemOf(systems, name)),
    route: { kind: 'span-index', index, isCut: now.isCut || before.isCut },
    notes: [...recent.warnings, ...baseline.warnings].map(({ message }) => message),
  });
}

/** A sample of the traces of one service: one search for the hour, and one for each part of the baseline. */
export async function askTraceSample(question: RouteQuestion & { service: string }): Promise<Result<RouteAnswer>> {
  const { dataSourceUid, windows, systems, service, signal } = question;
  const find = (range: ComparedWindows['recent'], limit: number) =>
    searchWithSpans({ dataSourceUid, service, range, limit, signal });
  const [recent, ...parts] = await Promise.all([
    find(windows.recent, RECENT_TRACES),
    ...baselineParts(windows).map((part) => find(part, TRACES_PER_PART)),
  ]);
  const baseline = parts.flatMap((part) => (part.ok ? part.value : []));
  if (!recent?.ok) {
    return recent as Result<never>;
  }
  const notes = new Set(
    parts.flatMap((part) => (part.ok ? [] : [`A part of the baseline is missing: ${part.error.message}`]))
  );
  const isCut = [recent, ...parts].some((part) => part.ok && part.warnings.some(({ kind }) => kind === 'truncated'));
  return success({
    pairs: samplePairs({ system: systemOf(systems, service), service }, recent.value, baseline),
    route: {
      kind: 'trace-sample',
      service,
      recentTraces: recent.value.length,
      baselineTraces: baseline.length,
      isCut,
    },
    notes: [...notes],
  });
}

/** The system whose catalog names the service of a trace. */
function systemOf(systems: readonly System[], service: string): string {
  return systems.find(({ services }) => services.some(({ traces }) => traces?.service === service))?.id ?? '';
}
