import { type Labels, type Sample } from '../metrics/types';
import { aggregate, histogramQuantile, ratePerSecond, type Window } from '../promql/expressions';
import { type Matchers, renderSelector } from '../promql/matchers';
import { signalQuery } from '../signals/query';
import { type GoldenService } from './golden';

/** What is measured of every operation. Times are in the unit of `OperationQueries.timeUnitMs`. */
export const OPERATION_COLUMNS = ['calls', 'errors', 'p50', 'p95', 'p99', 'time'] as const;
export type OperationColumn = (typeof OPERATION_COLUMNS)[number];

/** One question a column, and how to read the answers. */
export interface OperationQueries {
  expressions: Partial<Record<OperationColumn, string>>;
  /** The label that names the operation. */
  nameLabel: string;
  /** The label that says which side of a call it is. */
  kindLabel?: string | undefined;
  /** What `errors` holds: failed calls per second, or their share in all. */
  errorsAre: 'rate' | 'ratio';
  /** Milliseconds in a unit of the durations. */
  timeUnitMs: number;
}

/** Which side of a call an operation is: taken from outside, sent to others, or neither. */
export type OperationRole = 'entry' | 'outgoing' | 'internal' | 'unknown';

/** An operation of a service over the page's time range. */
export interface OperationRow {
  name: string;
  role: OperationRole;
  callsPerSecond: number;
  /** Share of failed calls, 0..1; absent when failures are not told apart by operation. */
  errorRatio?: number | undefined;
  meanMs?: number | undefined;
  p50Ms?: number | undefined;
  p95Ms?: number | undefined;
  p99Ms?: number | undefined;
  /** Share of the time of all operations of the same role, 0..1: what an operation calls is part of its own time. */
  timeRatio?: number | undefined;
}

export const SPAN_CALLS = 'traces_span_metrics_calls_total';
/** A histogram: with `_bucket` and `_sum`. */
export const SPAN_DURATION = 'traces_span_metrics_duration_milliseconds';
const QUANTILES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/** Questions about the operations of a service that its spans are counted for. */
export function spanOperations(
  { system, service }: { system: string; service: string },
  window: Window
): OperationQueries {
  const where: Matchers = { system, service_name: service };
  const by = ['span_name', 'span_kind'];
  return {
    expressions: {
      calls: ratePerSecond({ metric: SPAN_CALLS, where }, by, window),
      errors: ratePerSecond({ metric: SPAN_CALLS, where: { ...where, status_code: 'STATUS_CODE_ERROR' } }, by, window),
      ...quantiles((quantile) => histogramQuantile(quantile, { metric: SPAN_DURATION, where }, by, window)),
      time: ratePerSecond({ metric: `${SPAN_DURATION}_sum`, where }, by, window),
    },
    nameLabel: 'span_name',
    kindLabel: 'span_kind',
    errorsAre: 'rate',
    timeUnitMs: 1,
  };
}

/** Duration in milliseconds that 95 % of an operation's spans stay below; without an operation, of what it takes from outside. */
export function operationP95(
  { system, service, operation }: { system: string; service: string; operation?: string | undefined },
  window: Window
): string {
  const which: Matchers =
    operation === undefined
      ? { span_kind: { anyOf: ['SPAN_KIND_SERVER', 'SPAN_KIND_CONSUMER'] } }
      : { span_name: operation };
  return histogramQuantile(
    0.95,
    { metric: SPAN_DURATION, where: { system, service_name: service, ...which } },
    [],
    window
  );
}

/** Labels of a service's own metrics that name what was asked of it, the usual ones first. */
const ENDPOINT_LABELS = ['operation', 'endpoint', 'http_route', 'route', 'path', 'handler', 'uri', 'url'];

/** The label that tells operations apart, when there is one. */
export function endpointLabel(labels: readonly string[]): string | undefined {
  return ENDPOINT_LABELS.find((label) => labels.includes(label));
}

/** Questions about the operations of a service by a label of its golden signals. */
export function metricOperations(service: GoldenService, label: string, window: Window): OperationQueries {
  const { traffic, errors, latency } = service.signals;
  const filters: Matchers = { system: service.system, ...service.where };
  const context = { filters, by: [label], rateWindow: window };
  const histogram = latency?.kind === 'quantile' ? latency : undefined;
  const where = { ...histogram?.where, ...filters };
  return {
    expressions: {
      ...(traffic ? { calls: signalQuery(traffic, context) } : {}),
      ...(errors ? { errors: signalQuery(errors, context) } : {}),
      ...(histogram
        ? {
            ...quantiles((quantile) => signalQuery({ ...histogram, quantile }, context)),
            time: aggregate(
              'sum',
              [label],
              `rate(${renderSelector({ metric: `${histogram.histogram}_sum`, where })}[${window}])`
            ),
          }
        : {}),
    },
    nameLabel: label,
    errorsAre: 'ratio',
    timeUnitMs: histogram?.unit === 'ms' ? 1 : 1000,
  };
}

function quantiles(query: (quantile: number) => string): Record<keyof typeof QUANTILES, string> {
  return { p50: query(QUANTILES.p50), p95: query(QUANTILES.p95), p99: query(QUANTILES.p99) };
}

/** Rows from the answers to `OperationQueries.expressions`; where the most time goes first. */
export function operationRows(
  queries: OperationQueries,
  answers: Partial<Record<OperationColumn, readonly Sample[]>>
): OperationRow[] {
  const { nameLabel, kindLabel, errorsAre, timeUnitMs } = queries;
  const keyOf = (labels: Labels) => JSON.stringify([labels[nameLabel], kindLabel && labels[kindLabel]]);
  const columns = Object.fromEntries(
    OPERATION_COLUMNS.map((column) => [
      column,
      new Map(
        answers[column]?.flatMap(({ labels, value }) => (Number.isFinite(value) ? [[keyOf(labels), value]] : []))
      ),
    ])
  ) as Record<OperationColumn, Map<string, number>>;
  const timeMs = (column: OperationColumn, key: string) => {
    const value = columns[column].get(key);
    return value === undefined ? undefined : value * timeUnitMs;
  };
  const rows = (answers.calls ?? [])
    .filter(({ labels, value }) => value > 0 && labels[nameLabel] !== undefined)
    .map(({ labels, value }) => {
      const key = keyOf(labels);
      const errors = columns.errors.get(key);
      const failed = errorsAre === 'rate' ? (errors ?? 0) / value : errors;
      const spentMs = timeMs('time', key);
      return {
        name: labels[nameLabel] ?? '',
        role: kindLabel ? roleOf(labels[kindLabel]) : ('unknown' as const),
        callsPerSecond: value,
        // An answer that never came is not "no errors".
        errorRatio: answers.errors ? failed : undefined,
        meanMs: spentMs === undefined ? undefined : spentMs / value,
        p50Ms: timeMs('p50', key),
        p95Ms: timeMs('p95', key),
        p99Ms: timeMs('p99', key),
        time: columns.time.get(key),
      };
    });
  const totals = new Map<OperationRole, number>();
  for (const { role, time = 0 } of rows) {
    totals.set(role, (totals.get(role) ?? 0) + time);
  }
  return rows
    .map(({ time, ...row }): OperationRow => {
      const total = totals.get(row.role) ?? 0;
      return { ...row, timeRatio: time === undefined || total === 0 ? undefined : time / total };
    })
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role) || (b.timeRatio ?? 0) - (a.timeRatio ?? 0));
}

const ROLES: readonly OperationRole[] = ['entry', 'internal', 'outgoing', 'unknown'];

/** The side of a call that a span kind is, as metrics (`SPAN_KIND_SERVER`) or tags (`server`) write it. */
export function roleOf(kind: string | undefined): OperationRole {
  switch (kind?.replace(/^SPAN_KIND_/, '').toLowerCase()) {
    case 'server':
    case 'consumer':
      return 'entry';
    case 'client':
    case 'producer':
      return 'outgoing';
    case 'internal':
      return 'internal';
    default:
      return 'unknown';
  }
}
