import { formatPercent } from '../format/format';

/**
 * A measurement in words that fit into a sentence. Knows the units that tiers are measured in; others stand after the
 * number as they are.
 * @param unit a Grafana unit id.
 */
export function formatMeasure(unit: string, value: number): string {
  if (!Number.isFinite(value)) {
    return '–';
  }
  switch (unit) {
    case 'percentunit':
      return formatPercent(value);
    case 's':
      return formatSeconds(value);
    case 'ms':
      return formatSeconds(value / 1000);
    case 'ops':
    case 'reqps':
    case 'cps':
      return `${significant(value)}/s`;
    case 'short':
    case 'none':
      return significant(value);
    default:
      return `${significant(value)} ${unit}`;
  }
}

function formatSeconds(seconds: number): string {
  if (Math.abs(seconds) < 1) {
    return `${significant(seconds * 1000)} ms`;
  }
  return seconds < 120 ? `${significant(seconds)} s` : `${significant(seconds / 60)} min`;
}

const DIGITS = 3;

/** Three digits, without an exponent: 0.0123, 1.23, 12.3, 1234. */
export function significant(value: number): string {
  if (Math.abs(value) >= 100) {
    return String(Math.round(value));
  }
  return String(Number(value.toPrecision(DIGITS)));
}
