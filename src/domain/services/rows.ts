import { type HealthState, rollUp, stateOfValue, urgencyOf } from '../health/states';
import { type Series } from '../metrics/types';
import { type Signal } from '../signals/types';
import { columnSignal, GOLDEN_COLUMNS, type GoldenColumn, type GoldenService, ROW_LABELS } from './golden';

/** A measurement of a service over the page's time range. */
export interface GoldenValue {
  signal: Signal;
  /** Newest value; absent when there is none near the end of the range. */
  value?: number | undefined;
  state: HealthState;
  points: Series['points'];
}

/** A row of the services table. */
export interface ServiceRow {
  system: string;
  /** Id of the catalog's entry. */
  service: string;
  /** The service itself, where an entry stands for many. */
  split?: string | undefined;
  values: Partial<Record<GoldenColumn, GoldenValue>>;
  state: HealthState;
  /** What the state comes from. */
  because?: string | undefined;
}

/** A value older than this share of the range is not the newest any more. */
const FRESH_STEPS = 2;

/**
 * Rows from the answers to `goldenExpressions`, worst first.
 * @param stepMs distance of two points of a series.
 * @param endMs end of the time range.
 */
export function serviceRows(
  services: readonly GoldenService[],
  answers: Partial<Record<GoldenColumn, readonly Series[]>>,
  { stepMs, endMs }: { stepMs: number; endMs: number }
): ServiceRow[] {
  const freshFromMs = endMs - FRESH_STEPS * stepMs;
  return services
    .flatMap((service) => splitsOf(service, answers).map((split) => rowOf(service, split, answers, freshFromMs)))
    .sort((a, b) => rank(a) - rank(b) || nameOf(a).localeCompare(nameOf(b)));
}

/** Name to show and to search for. */
export function nameOf({ service, split }: Pick<ServiceRow, 'service' | 'split'>): string {
  return split ?? service;
}

// Services without signals go last: there is nothing to see, and nothing to do at night.
const rank = ({ state }: ServiceRow) => (state === 'not-configured' ? Number.MAX_SAFE_INTEGER : urgencyOf(state));

function belongsTo({ system, service }: GoldenService, { labels }: Series): boolean {
  return labels[ROW_LABELS.system] === system && labels[ROW_LABELS.service] === service;
}

function splitsOf(
  service: GoldenService,
  answers: Partial<Record<GoldenColumn, readonly Series[]>>
): Array<string | undefined> {
  if (service.splitBy === undefined) {
    return [undefined];
  }
  const splits = Object.values(answers)
    .flat()
    .filter((series) => belongsTo(service, series))
    .map(({ labels }) => labels[ROW_LABELS.split] ?? '');
  return [...new Set(splits)].sort((a, b) => a.localeCompare(b));
}

function rowOf(
  service: GoldenService,
  split: string | undefined,
  answers: Partial<Record<GoldenColumn, readonly Series[]>>,
  freshFromMs: number
): ServiceRow {
  const values: ServiceRow['values'] = {};
  for (const column of GOLDEN_COLUMNS) {
    const signal = columnSignal(service, column);
    if (signal) {
      const series = answers[column]?.find(
        (one) => belongsTo(service, one) && (split === undefined || one.labels[ROW_LABELS.split] === split)
      );
      values[column] = goldenValue(column, signal, series, freshFromMs);
    }
  }
  const { system, service: id } = service;
  return { system, service: id, split, values, ...stateOf(values) };
}

function goldenValue(
  column: GoldenColumn,
  signal: Signal,
  series: Series | undefined,
  freshFromMs: number
): GoldenValue {
  const points = series?.points ?? [];
  const last = points.findLast(([timeMs, value]) => timeMs >= freshFromMs && Number.isFinite(value))?.[1];
  // The thresholds of a latency belong to the quantile that the catalog names.
  const judged = column !== 'latencyP50' && column !== 'latencyP99';
  return {
    signal,
    value: last,
    points,
    state: judged && last !== undefined ? stateOfValue(last, signal.thresholds ?? {}, signal.direction) : 'ok',
  };
}

function stateOf(values: ServiceRow['values']): Pick<ServiceRow, 'state' | 'because'> {
  const measured = Object.values(values);
  if (measured.length === 0) {
    return { state: 'not-configured', because: 'The catalog names no signals for it.' };
  }
  const known = measured.filter(({ value }) => value !== undefined);
  if (known.length === 0) {
    const spoke = measured.some(({ points }) => points.length > 0);
    return spoke
      ? { state: 'silent', because: 'It reported in this time range and has stopped.' }
      : { state: 'no-data', because: 'It reported nothing in this time range.' };
  }
  if (values.traffic?.value === 0) {
    return { state: 'no-traffic', because: 'Nobody calls it.' };
  }
  const { state, part } = rollUp(
    known.map(({ state: partState, signal }) => ({ state: partState, part: signal.title }))
  );
  return { state, because: state === 'ok' ? undefined : part };
}
