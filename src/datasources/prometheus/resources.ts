import { type MetricMetadata } from '../../domain/metrics/types';
import { renderSelector } from '../../domain/promql/matchers';
import { classifyRef, unexpected } from '../classify';
import { arrayOf, isRecord, recordOf, stringOf } from '../json';
import { chainResult, failure, mapResult, type Result, success } from '../result';
import { getResource } from '../transport';
import { type CallOptions, type TimeWindow } from '../types';

interface LabelRequest extends CallOptions {
  dataSourceUid: string;
  /** Only of series within this window. Prometheus answers by its storage blocks, so it may know some from before. */
  range: TimeWindow;
  /** Only of series that match one of these selectors. */
  selectors?: readonly string[] | undefined;
}

/** The values of a label, sorted. */
export async function labelValues({ label, ...request }: LabelRequest & { label: string }): Promise<Result<string[]>> {
  return sortedStrings(await getApi(`label/${encodeURIComponent(label)}/values`, request));
}

/** The names of all labels, sorted. */
export async function labelNames(request: LabelRequest): Promise<Result<string[]>> {
  return sortedStrings(await getApi('labels', request));
}

/** What metrics say about themselves, by metric name; a metric without metadata is absent. */
export async function metricMetadata({
  dataSourceUid,
  metric,
  ...options
}: CallOptions & { dataSourceUid: string; metric?: string | undefined }): Promise<Result<Map<string, MetricMetadata>>> {
  const body = await getResource({ dataSourceUid, path: 'api/v1/metadata', params: { metric }, ...options });
  return mapResult(
    chainResult(body, (answer) => dataOf(answer, dataSourceUid)),
    (data) => {
      // Targets may disagree about a metric; the first one is as good as any.
      const entries = Object.entries(recordOf(data)).flatMap(([name, variants]) => {
        const first = arrayOf(variants)[0];
        return isRecord(first) ? [[name, metadataOf(first)] as const] : [];
      });
      return new Map(entries);
    }
  );
}

// Longer query strings are refused by common proxies (8 kB for the whole request line).
const MAX_SELECTOR_CHARS = 3_000;

/**
 * Which of the metrics have series in the window: used to say "missing metric X". Asks the index only, so the cost
 * does not grow with the number of series. One request for about a hundred names.
 */
export async function existingMetrics({
  names,
  ...request
}: Omit<LabelRequest, 'selectors'> & { names: readonly string[] }): Promise<Result<Set<string>>> {
  const chunks = chunkNames([...new Set(names)].sort());
  const answers = await Promise.all(
    chunks.map((chunk) => labelValues({ ...request, label: '__name__', selectors: [selectorOfNames(chunk)] }))
  );
  const found = new Set<string>();
  for (const answer of answers) {
    if (!answer.ok) {
      return answer;
    }
    answer.value.forEach((name) => found.add(name));
  }
  return success(new Set(names.filter((name) => found.has(name))));
}

/** `{__name__=~"a|b"}`. */
function selectorOfNames(names: readonly string[]): string {
  const [only] = names;
  return names.length === 1 && only !== undefined
    ? renderSelector({ metric: 'x', where: { __name__: only } }).slice(1)
    : renderSelector({ metric: 'x', where: { __name__: { anyOf: names } } }).slice(1);
}

function chunkNames(names: readonly string[]): string[][] {
  const chunks: string[][] = [];
  let room = 0;
  for (const name of names) {
    if (room < name.length + 1) {
      chunks.push([]);
      room = MAX_SELECTOR_CHARS;
    }
    chunks.at(-1)?.push(name);
    room -= name.length + 1;
  }
  return chunks;
}

async function getApi(
  path: string,
  { dataSourceUid, range, selectors, ...options }: LabelRequest
): Promise<Result<unknown>> {
  const params = {
    start: String(Math.floor(range.fromMs / 1000)),
    end: String(Math.ceil(range.toMs / 1000)),
    'match[]': selectors,
  };
  const body = await getResource({ dataSourceUid, path: `api/v1/${path}`, params, ...options });
  return chainResult(body, (answer) => dataOf(answer, dataSourceUid));
}

/** Prometheus wraps its answers: `{status, data}`, or `{status, errorType, error}`. */
function dataOf(answer: unknown, dataSourceUid: string): Result<unknown> {
  const { status, data, errorType, error } = recordOf(answer);
  if (status === 'error') {
    const text = `${stringOf(errorType) ?? 'error'}: ${stringOf(error) ?? ''}`;
    return failure(classifyRef({ error: text }, { dataSourceUid }));
  }
  return status === 'success'
    ? success(data)
    : failure(unexpected('this is no answer of Prometheus', { dataSourceUid }, answer));
}

function sortedStrings(data: Result<unknown>): Result<string[]> {
  return mapResult(data, (values) =>
    arrayOf(values)
      .filter((value) => typeof value === 'string')
      .sort()
  );
}

function metadataOf({ type, help, unit }: Record<string, unknown>): MetricMetadata {
  return { type: stringOf(type) ?? 'unknown', help: stringOf(help) ?? '', unit: stringOf(unit) ?? '' };
}
