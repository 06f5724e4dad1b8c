import type { Draw, Latency, OperationModel, Outcome, TimeMs, World } from '../model';
import { lognormalDraw } from './lognormal';
import { hexFrom, type Random } from './random';

/** Shortest span that is worth a bar. */
const MIN_DURATION_MS = 0.05;

/** Randomness for one sampled request. Asking the same questions in the same order gives the same answers. */
export class SeededDraw implements Draw {
  readonly traceId: string;

  constructor(
    readonly tMs: TimeMs,
    readonly world: World,
    readonly random: Random
  ) {
    this.traceId = hexFrom(random, 32);
  }

  chance(probability: number): boolean {
    return this.random() < probability;
  }

  between(low: number, high: number): number {
    return low + (high - low) * this.random();
  }

  int(low: number, highInclusive: number): number {
    return Math.floor(this.between(low, highInclusive + 1));
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) {
      throw new Error('Cannot pick from an empty list.');
    }
    return item;
  }

  weighted<T>(items: ReadonlyArray<readonly [item: T, weight: number]>): T {
    const total = items.reduce((sum, [, weight]) => sum + weight, 0);
    let rest = this.random() * total;
    for (const [item, weight] of items) {
      rest -= weight;
      if (rest < 0) {
        return item;
      }
    }
    throw new Error('Cannot pick by weight: no weight is above 0.');
  }

  latency(latency: Latency): number {
    return lognormalDraw(latency, this.random);
  }

  operation(operation: OperationModel): Outcome {
    const failed = this.chance(operation.errorRatio(this.tMs, this.world));
    const durationMs = Math.max(MIN_DURATION_MS, this.latency(operation.latencyMs(this.tMs, this.world)));
    return { durationMs, failed };
  }

  hex(digits: number): string {
    return hexFrom(this.random, digits);
  }

  uuid(): string {
    const digits = this.hex(32);
    return [
      digits.slice(0, 8),
      digits.slice(8, 12),
      `4${digits.slice(13, 16)}`,
      `8${digits.slice(17, 20)}`,
      digits.slice(20),
    ].join('-');
  }
}
