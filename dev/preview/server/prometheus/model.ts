import { formatGoDuration, formatInterval, parseIntervalMs, roundIntervalMs } from './interval';

/** A Prometheus query as the browser posts it to `/api/ds/query`. */
export interface PrometheusQueryModel {
  refId: string;
  expr?: string;
  range?: boolean;
  instant?: boolean;
  exemplar?: boolean;
  legendFormat?: string;
  interval?: string;
  intervalMs?: number;
  intervalFactor?: number;
  maxDataPoints?: number;
  utcOffsetSec?: number;
}

/** A query ready to send: variables filled in, step chosen; times in ms since the epoch. */
export interface PrometheusQuery {
  refId: string;
  expr: string;
  legendFormat: string;
  stepMs: number;
  fromMs: number;
  toMs: number;
  utcOffsetMs: number;
  range: boolean;
  instant: boolean;
  exemplar: boolean;
}

const DEFAULT_SCRAPE_MS = 15_000;
const DEFAULT_MAX_DATA_POINTS = 100;
const DEFAULT_INTERVAL_MS = 1000;
/** Prometheus refuses more than 11,000 points a series. */
const SAFE_RESOLUTION = 11_000;

const RATE_INTERVAL_NAMES = new Set(['$__rate_interval', '${__rate_interval}']);
const VARIABLE_INTERVAL = /^\$(?:__(?:rate_)?interval(?:_ms)?|\{__(?:rate_)?interval(?:_ms)?\})$/;

function rateIntervalMs(stepMs: number, scrapeInterval: string | undefined): number {
  const scrapeMs = scrapeInterval ? parseIntervalMs(scrapeInterval) : DEFAULT_SCRAPE_MS;
  return Math.max(stepMs + scrapeMs, 4 * scrapeMs);
}

/** Step (ms): what the panel's width asks for, never under the query's minimum, never over Prometheus' point limit. */
export function chooseStepMs(
  model: PrometheusQueryModel,
  fromMs: number,
  toMs: number,
  scrapeInterval?: string
): number {
  const asked = model.interval && !VARIABLE_INTERVAL.test(model.interval) ? model.interval : undefined;
  const minimumMs = asked
    ? parseIntervalMs(asked)
    : model.intervalMs || (scrapeInterval ? parseIntervalMs(scrapeInterval) : DEFAULT_SCRAPE_MS);
  const windowMs = toMs - fromMs;
  const byWidthMs = Math.trunc(windowMs / (model.maxDataPoints || DEFAULT_MAX_DATA_POINTS));
  const widthStepMs = byWidthMs < minimumMs ? minimumMs : roundIntervalMs(byWidthMs);
  const stepMs = Math.max(widthStepMs, roundIntervalMs(Math.trunc(windowMs / SAFE_RESOLUTION)));
  if (model.interval && RATE_INTERVAL_NAMES.has(model.interval)) {
    return rateIntervalMs(stepMs, scrapeInterval);
  }
  return stepMs * (model.intervalFactor || 1);
}

/** Fills in the built-in variables that Grafana leaves to its server: `$__interval`, `$__rate_interval`, `$__range`, … */
export function interpolate(
  model: PrometheusQueryModel,
  stepMs: number,
  fromMs: number,
  toMs: number,
  scrapeInterval?: string
): string {
  let minimumStep: string | undefined = model.interval || scrapeInterval;
  let rateMs: number;
  if (model.interval && RATE_INTERVAL_NAMES.has(model.interval)) {
    rateMs = stepMs;
  } else {
    if (model.interval === '$__interval' || model.interval === '${__interval}') {
      minimumStep = formatInterval(stepMs);
    }
    rateMs = rateIntervalMs(model.intervalMs ?? DEFAULT_INTERVAL_MS, minimumStep);
  }
  const rangeS = Math.round((toMs - fromMs) / 1000);
  const values: Record<string, string> = {
    __interval_ms: String(stepMs),
    __interval: formatInterval(stepMs),
    __range_ms: String(toMs - fromMs),
    __range_s: String(rangeS),
    __range: `${rangeS}s`,
    __rate_interval_ms: String(rateMs),
    __rate_interval: formatGoDuration(rateMs),
  };
  return (model.expr ?? '').replace(
    /\$(?:\{(__(?:rate_)?interval(?:_ms)?|__range(?:_m?s)?)\}|(__(?:rate_)?interval(?:_ms)?|__range(?:_m?s)?))/g,
    (whole, braced: string | undefined, bare: string | undefined) => values[braced ?? bare ?? ''] ?? whole
  );
}

/** Turns the posted model into a query to send. @throws Error on an interval that cannot be read */
export function parseQuery(
  model: PrometheusQueryModel,
  fromMs: number,
  toMs: number,
  scrapeInterval?: string
): PrometheusQuery {
  const stepMs = chooseStepMs(model, fromMs, toMs, scrapeInterval);
  return {
    refId: model.refId,
    expr: interpolate(model, stepMs, fromMs, toMs, scrapeInterval),
    legendFormat: model.legendFormat ?? '',
    stepMs,
    fromMs,
    toMs,
    utcOffsetMs: (model.utcOffsetSec ?? 0) * 1000,
    range: Boolean(model.range) || !model.instant,
    instant: Boolean(model.instant),
    exemplar: Boolean(model.exemplar),
  };
}

/** Rounds a time down to a multiple of the step, so that two readers ask Prometheus for the same points. */
export function alignMs(timeMs: number, stepMs: number, utcOffsetMs = 0): number {
  return Math.floor((timeMs + utcOffsetMs) / stepMs) * stepMs - utcOffsetMs;
}
