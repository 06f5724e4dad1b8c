import { differenceOf, differenceWords } from '../changes/difference';
import { type Direction } from '../signals/types';
import { formatMeasure } from './values';

/** A measurement now and at the same time yesterday, over windows of the same length. Absent: nothing was measured. */
export interface Measurement {
  title: string;
  unit: string;
  direction?: Direction | undefined;
  now: number | undefined;
  before: number | undefined;
  /** How many events a share is of, on each side. */
  events?: { now: number; before: number } | undefined;
}

export type ChangeKind = 'stopped' | 'worse' | 'changed' | 'better' | 'same' | 'unknown';

export interface Change extends Measurement {
  kind: ChangeKind;
  /** The difference: "3.2 times as much as yesterday (worse)". */
  words: string;
  /** How far apart they are, whichever way; 0 for equal ones. */
  size: number;
}

/** Less than this difference is the noise of two days. */
const SAME_WITHIN_RATIO = 0.1;
/** Shares that differ by less than a tenth of a point are the same, however small they are. */
const SAME_WITHIN_SHARE = 0.001;

/** What became of a measurement since the same time yesterday. */
export function compareWithYesterday(measurement: Measurement): Change {
  const { now, before, unit, direction, events } = measurement;
  if (before === undefined) {
    const words = now === undefined ? 'measured on neither day' : 'not recorded yesterday';
    return { ...measurement, kind: 'unknown', words, size: 0 };
  }
  if (now === undefined) {
    return { ...measurement, kind: 'stopped', words: 'nothing is measured any more', size: Infinity };
  }
  const difference = differenceOf(now, before, { unit, direction });
  if (!difference || isSame(unit, now, before) || isChance(now, before, events)) {
    return { ...measurement, kind: 'same', words: 'about the same', size: 0 };
  }
  const { judgement, size } = difference;
  const kind = judgement === 'neutral' ? 'changed' : judgement;
  return { ...measurement, kind, words: differenceWords(difference, 'yesterday'), size };
}

function isSame(unit: string, now: number, before: number): boolean {
  const apart = Math.abs(now - before);
  return apart <= SAME_WITHIN_RATIO * Math.abs(before) || (unit === 'percentunit' && apart < SAME_WITHIN_SHARE);
}

/** Standard errors within which two shares of few events do not differ. */
const CHANCE_WITHIN = 2;

/** Two shares of countable events that may well be the same, by the difference of two proportions. */
function isChance(now: number, before: number, events: Measurement['events']): boolean {
  if (!events || events.now <= 0 || events.before <= 0) {
    return false;
  }
  const variance = (share: number, count: number) => (Math.max(0, share) * Math.max(0, 1 - share)) / count;
  return (
    Math.abs(now - before) <= CHANCE_WITHIN * Math.sqrt(variance(now, events.now) + variance(before, events.before))
  );
}

const ORDER: readonly ChangeKind[] = ['stopped', 'worse', 'changed', 'better', 'same', 'unknown'];

/** Sorts worst first: what stopped, what got worse and by how much, then the rest. */
export function byConcern(a: Change, b: Change): number {
  const kinds = ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
  return kinds || (a.size === b.size ? 0 : b.size - a.size);
}

/** A side of the comparison in words. */
export function measured(unit: string, value: number | undefined): string {
  return value === undefined ? '–' : formatMeasure(unit, value);
}
