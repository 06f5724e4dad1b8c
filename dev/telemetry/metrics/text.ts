import type { Labels } from '../model';

/**
 * OpenMetrics text pieces. prom-client keeps counters and buckets behind `inc` and `observe`, so it can neither take
 * values that were computed from a rate, nor write old timestamps; the same few lines here serve the scrape and the
 * backfill, which keeps both byte for byte the same format.
 */

export function escapeLabelValue(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('"', '\\"');
}

/** `{a="1",b="2"}`, or nothing without labels. Empty values are left out: for Prometheus they do not exist. */
export function labelText(labels: Labels): string {
  const pairs = Object.entries(labels)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}="${escapeLabelValue(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

/**
 * A float the way Prometheus 3 stores `le` and `quantile` label values: `1.0`, `0.25`, `1e+06`, `+Inf`.
 * Anything else would give one series under two names.
 */
export function boundText(bound: number): string {
  if (bound === Infinity) {
    return '+Inf';
  }
  const size = Math.abs(bound);
  if (size !== 0 && (size < 1e-4 || size >= 1e6)) {
    const [digits = '', exponent = '+0'] = bound.toExponential().split('e');
    return `${digits}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
  }
  return Number.isInteger(bound) ? `${bound}.0` : String(bound);
}

export type FamilyKind = 'counter' | 'gauge' | 'histogram' | 'summary';

/** HELP and TYPE lines. `name` is the exposed name; OpenMetrics names a counter family without its `_total`. */
export function familyHeader(name: string, kind: FamilyKind, help: string): string {
  const isCounter = kind === 'counter';
  const family = isCounter && name.endsWith('_total') ? name.slice(0, -'_total'.length) : name;
  // OpenMetrics knows no counter without `_total`; `unknown` keeps such a name as the document has it.
  const type = isCounter && !name.endsWith('_total') ? 'unknown' : kind;
  return `# HELP ${family} ${escapeLabelValue(help)}\n# TYPE ${family} ${type}\n`;
}

export const END_OF_EXPOSITION = '# EOF\n';
export const OPEN_METRICS_CONTENT_TYPE = 'application/openmetrics-text; version=1.0.0; charset=utf-8';
