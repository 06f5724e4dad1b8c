import { type Direction } from '../signals/types';

/** How a value stands to an earlier one. */
export interface Difference {
  /** `+12 %`, `3.4 times`, `-0.2 points`, `no change`. */
  text: string;
  trend: 'up' | 'down' | 'same';
  /** Whether that is good news; `neutral` when nobody can say. */
  judgement: 'better' | 'worse' | 'neutral';
  /** Size of the change, to sort by: the logarithm of the quotient, or a fifth of the points. 0 for none. */
  size: number;
}

// Less than this is noise to a reader, and would round to nothing.
const SMALLEST_RELATIVE = 0.005;
const SMALLEST_POINTS = 0.005;
const TIMES_FROM = 3;
// Makes five points of an error ratio as large as traffic that is multiplied by e.
const POINTS_PER_SIZE = 5;

/** Units in which a difference of differences is read: 0.1 % to 0.2 % is 0.1 points, not +100 %. */
const SHARE_UNITS: Readonly<Record<string, number>> = { percentunit: 100, percent: 1 };

/**
 * What changed from `before` to `now`, in words.
 * @param unit Grafana's id of the signal's unit: shares are compared in percentage points.
 * @returns `undefined` when either value is no number.
 */
export function differenceOf(
  now: number | undefined,
  before: number | undefined,
  { unit, direction = 'neutral' }: { unit?: string | undefined; direction?: Direction | undefined } = {}
): Difference | undefined {
  if (now === undefined || before === undefined || !Number.isFinite(now) || !Number.isFinite(before)) {
    return undefined;
  }
  const { text, size } = amountOf(now, before, SHARE_UNITS[unit ?? '']);
  const trend = size === 0 ? 'same' : now > before ? 'up' : 'down';
  return { text, size, trend, judgement: judge(trend, direction) };
}

function amountOf(now: number, before: number, toPoints: number | undefined): { text: string; size: number } {
  if (toPoints !== undefined) {
    const points = (now - before) * toPoints;
    return Math.abs(points) < SMALLEST_POINTS
      ? { text: 'no change', size: 0 }
      : {
          text: `${signed(points)} points`,
          size: Math.abs(points) / POINTS_PER_SIZE,
        };
  }
  if (now === before) {
    return { text: 'no change', size: 0 };
  }
  // From nothing, or through zero, there is no percentage.
  if (before === 0) {
    return { text: 'was 0', size: Infinity };
  }
  const quotient = now / before;
  if (quotient < 0) {
    return {
      text: now > before ? 'rose above 0' : 'fell below 0',
      size: Infinity,
    };
  }
  if (Math.abs(quotient - 1) < SMALLEST_RELATIVE) {
    return { text: 'no change', size: 0 };
  }
  const size = quotient === 0 ? Infinity : Math.abs(Math.log(quotient));
  return quotient >= TIMES_FROM
    ? { text: `${rounded(quotient)} times`, size }
    : { text: `${signed((quotient - 1) * 100 * Math.sign(before))} %`, size };
}

function judge(trend: Difference['trend'], direction: Direction): Difference['judgement'] {
  if (trend === 'same' || direction === 'neutral') {
    return 'neutral';
  }
  return (trend === 'up') === (direction === 'higher-is-better') ? 'better' : 'worse';
}

function signed(value: number): string {
  return `${value > 0 ? '+' : '-'}${rounded(Math.abs(value))}`;
}

/** Two figures that count. */
function rounded(value: number): string {
  return value >= 10 ? value.toFixed(0) : String(Number(value.toPrecision(2)));
}

/** The difference with what it is compared with: `+12 % against yesterday (worse)`. */
export function differenceWords({ text, judgement }: Difference, than: string): string {
  const compared =
    text === 'was 0' ? `0 ${than}` : text.endsWith('times') ? `${text} as much as ${than}` : `${text} against ${than}`;
  return judgement === 'neutral' ? compared : `${compared} (${judgement})`;
}
