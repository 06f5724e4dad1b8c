import { type Bound, type BoundOp } from './types';

/** True when a value is past a bound; NaN never is. */
export function isPast(value: number, { op, value: bound }: { op: BoundOp; value: number }): boolean {
  switch (op) {
    case '>':
      return value > bound;
    case '<':
      return value < bound;
    case '>=':
      return value >= bound;
    case '<=':
      return value <= bound;
    case '==':
      return value === bound;
    case '!=':
      return value !== bound && !Number.isNaN(value);
  }
}

/** True when small values are the bad ones. */
export function isBadWhenLow({ op }: Pick<Bound, 'op'>): boolean {
  return op === '<' || op === '<=';
}

const WORDS: Readonly<Record<BoundOp, string>> = {
  '>': 'above',
  '<': 'below',
  '>=': 'at least',
  '<=': 'at most',
  '==': 'exactly',
  '!=': 'other than',
};

/** `abnormal above 1 %` */
export function boundWords({ op, value, of }: Bound, text: (value: number) => string): string {
  return of === 'yesterday'
    ? `abnormal ${WORDS[op]} ${value} times yesterday’s`
    : `abnormal ${WORDS[op]} ${text(value)}`;
}
