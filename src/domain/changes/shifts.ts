import { type Sample } from '../metrics/types';
import { columnSignal, type GoldenColumn, type GoldenService, ROW_LABELS } from '../services/golden';
import { type Signal } from '../signals/types';
import { type Difference, differenceOf } from './difference';

/** A golden signal of a service, now and before. */
export interface Shift {
  service: string;
  /** The service itself, where an entry of the catalog stands for many. */
  split?: string | undefined;
  signal: Signal;
  now: number;
  before: number;
  difference: Difference;
}

/** Columns that are compared: the other quantiles of a latency move with this one. */
export const SHIFT_COLUMNS = [
  'traffic',
  'errors',
  'latencyP95',
  'saturation',
] as const satisfies readonly GoldenColumn[];
type ShiftColumn = (typeof SHIFT_COLUMNS)[number];
type Answers = Partial<Record<ShiftColumn, readonly Sample[]>>;

/** Less is the noise of every hour: five per cent, or a quarter of a percentage point. */
const WORTH_TELLING = 0.05;

/**
 * The golden signals that differ most from before, bad news first.
 * @param now and `before`: answers to `goldenExpressions` at two moments.
 */
export function shiftsBetween(services: readonly GoldenService[], now: Answers, before: Answers): Shift[] {
  const shifts = services.flatMap((service) =>
    SHIFT_COLUMNS.flatMap((column) => {
      const signal = columnSignal(service, column);
      return signal ? shiftsOf(service, signal, now[column] ?? [], before[column] ?? []) : [];
    })
  );
  const isWorse = ({ difference }: Shift) => Number(difference.judgement === 'worse');
  return shifts
    .filter(({ difference }) => difference.size >= WORTH_TELLING)
    .sort((a, b) => isWorse(b) - isWorse(a) || bySize(a, b));
}

// Infinity minus Infinity is no order.
const bySize = (a: Shift, b: Shift) =>
  a.difference.size === b.difference.size ? 0 : b.difference.size - a.difference.size;

function shiftsOf(
  { system, service }: GoldenService,
  signal: Signal,
  now: readonly Sample[],
  before: readonly Sample[]
): Shift[] {
  const isOwn = ({ labels }: Sample) => labels[ROW_LABELS.system] === system && labels[ROW_LABELS.service] === service;
  return now.filter(isOwn).flatMap(({ labels, value }) => {
    const split = labels[ROW_LABELS.split];
    const earlier = before.find((sample) => isOwn(sample) && sample.labels[ROW_LABELS.split] === split)?.value;
    const difference = differenceOf(value, earlier, signal);
    return difference && earlier !== undefined
      ? [{ service, split, signal, now: value, before: earlier, difference }]
      : [];
  });
}
