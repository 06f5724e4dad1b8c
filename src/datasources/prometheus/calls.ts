import { type Exemplar, type Sample, type Series } from '../../domain/metrics/types';
import { badQuery } from '../classify';
import { failure, mapResult, type Result } from '../result';
import { postQueries, postQuery } from '../transport';
import { type CallOptions, type TimeWindow } from '../types';
import { parseExemplars, parseSamples, parseSeries } from './parse';
import { exemplarQuery, instantQuery, type PrometheusQuerySpec, rangeQuery, type RangeQuerySpec } from './queries';

const DEFAULT_MAX_DATA_POINTS = 300;
const SHORTEST_STEP_MS = 1_000;

interface Timed extends CallOptions {
  /** Use the page's range: calls of equal content that are under way share one request. */
  range: TimeWindow;
}

/**
 * The values of an expression at the end of the range, one per series. Macros that depend on the range
 * (`$__range`) see the whole of it.
 */
export async function instant(spec: PrometheusQuerySpec & Timed): Promise<Result<Sample[]>> {
  return mapResult(await postQuery(withInterval(instantQuery(spec), spec), timing(spec)), parseSamples);
}

/** Several instant expressions in one request, by their key. A failing one does not fail the others. */
export async function instants<K extends string>({
  dataSourceUid,
  expressions,
  ...timed
}: Timed & { dataSourceUid: string; expressions: Readonly<Record<K, string>> }): Promise<Record<K, Result<Sample[]>>> {
  const keys = Object.keys(expressions) as K[];
  const queries = keys.map((key, index) =>
    withInterval(instantQuery({ dataSourceUid, expr: expressions[key], refId: `Q${index}` }), timed)
  );
  const response = await postQueries({ ...timed, queries });
  const missing = failure(badQuery('This expression was not sent.', { dataSourceUid }));
  return Object.fromEntries(
    keys.map((key, index) => [key, mapResult(response.get(`Q${index}`) ?? missing, parseSamples)])
  ) as Record<K, Result<Sample[]>>;
}

/** The series of an expression over the range. */
export async function range(spec: RangeQuerySpec & Timed): Promise<Result<Series[]>> {
  return mapResult(await postQuery(withInterval(rangeQuery(spec), spec), timing(spec)), parseSeries);
}

/** The series of several expressions over the range in one request, by their key. A failing one fails no other. */
export async function ranges<K extends string>({
  dataSourceUid,
  expressions,
  intervalMs,
  ...timed
}: Timed & {
  dataSourceUid: string;
  expressions: Readonly<Record<K, string>>;
  intervalMs?: number | undefined;
}): Promise<Record<K, Result<Series[]>>> {
  const keys = Object.keys(expressions) as K[];
  const queries = keys.map((key, index) =>
    withInterval(rangeQuery({ dataSourceUid, expr: expressions[key], refId: `Q${index}`, intervalMs }), timed)
  );
  const response = await postQueries({ ...timed, queries });
  const missing = failure(badQuery('This expression was not sent.', { dataSourceUid }));
  return Object.fromEntries(
    keys.map((key, index) => [key, mapResult(response.get(`Q${index}`) ?? missing, parseSeries)])
  ) as Record<K, Result<Series[]>>;
}

/** The exemplars of a histogram's buckets over the range, oldest first. Grafana thins them out. */
export async function exemplars(
  spec: RangeQuerySpec & Timed & { traceIdLabels?: readonly string[] }
): Promise<Result<Exemplar[]>> {
  const frames = await postQuery(withInterval(exemplarQuery(spec), spec), timing(spec));
  return mapResult(frames, (answer) => parseExemplars(answer, spec.traceIdLabels));
}

function timing({ range, signal, timeoutMs }: Timed): Timed {
  return { range, signal, timeoutMs };
}

function withInterval<Q extends { intervalMs?: number | undefined; maxDataPoints?: number | undefined }>(
  query: Q,
  { range }: Timed
): Q {
  const maxDataPoints = query.maxDataPoints ?? DEFAULT_MAX_DATA_POINTS;
  const stepMs = Math.max(SHORTEST_STEP_MS, Math.ceil((range.toMs - range.fromMs) / maxDataPoints));
  return { ...query, maxDataPoints, intervalMs: query.intervalMs ?? stepMs };
}
