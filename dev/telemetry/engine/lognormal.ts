import type { Latency } from '../model';
import type { Random } from './random';

/**
 * Standard normal distribution function. Absolute error below 7.5e-8
 * (Abramowitz & Stegun, Handbook of Mathematical Functions, 26.2.17).
 */
export function normalCdf(z: number): number {
  const x = Math.abs(z);
  const k = 1 / (1 + 0.2316419 * x);
  const tail =
    0.3989422804014327 *
    Math.exp((-x * x) / 2) *
    k *
    (0.31938153 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
  return z >= 0 ? 1 - tail : tail;
}

/** Inverse of `normalCdf` by bisection; `probability` in (0, 1). */
export function normalQuantile(probability: number): number {
  let low = -9;
  let high = 9;
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < probability) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return (low + high) / 2;
}

/** Share of observations at or below `bound`. A median of 0 or less counts as "always fast". */
export function lognormalCdf({ median, sigma }: Latency, bound: number): number {
  if (bound <= 0) {
    return 0;
  }
  if (median <= 0) {
    return 1;
  }
  if (sigma <= 0) {
    return bound >= median ? 1 : 0;
  }
  return normalCdf(Math.log(bound / median) / sigma);
}

export function lognormalMean({ median, sigma }: Latency): number {
  return median * Math.exp((sigma * sigma) / 2);
}

export function lognormalQuantile({ median, sigma }: Latency, probability: number): number {
  return median * Math.exp(sigma * normalQuantile(probability));
}

/** One observation (Box–Muller). */
export function lognormalDraw({ median, sigma }: Latency, random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return median * Math.exp(sigma * radius * Math.cos(2 * Math.PI * random()));
}
