import { type LevelSli } from './types';

const HOLDS: Readonly<Record<LevelSli['op'], (value: number, bound: number) => boolean>> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

const OPPOSITE: Readonly<Record<LevelSli['op'], LevelSli['op']>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

/** True when a measurement keeps the bound of its objective. */
export function keepsBound({ op, bound }: Pick<LevelSli, 'op' | 'bound'>, value: number): boolean {
  return HOLDS[op](value, bound);
}

/** State of a level by its present value: past the bound is a warning, past the second bound critical. */
export function levelState(sli: Pick<LevelSli, 'op' | 'bound' | 'criticalBound'>, value: number) {
  if (sli.criticalBound !== undefined && !keepsBound({ op: sli.op, bound: sli.criticalBound }, value)) {
    return 'critical';
  }
  return keepsBound(sli, value) ? 'ok' : 'warning';
}

/** The comparison that is true when the bound is not kept. */
export function violatingOperator(op: LevelSli['op']): LevelSli['op'] {
  return OPPOSITE[op];
}
