import { signalQuery } from '../../domain/signals/query';
import { type Signal } from '../../domain/signals/types';
import { SYSTEM_OWNER, findSignal } from '../lookup';
import { type Panel, type System } from '../types';
import { builtInSystems } from './index';

const context = (system: System, by: readonly string[] = [], where = {}) => ({
  filters: { system: system.id, ...where },
  by,
  rateWindow: '5m',
  rangeWindow: '6h',
});

function signalsOf(system: System): Array<readonly [name: string, signal: Signal]> {
  const owners = [{ id: SYSTEM_OWNER, signals: system.signals }, ...system.services];
  return owners.flatMap(({ id, signals }) =>
    Object.entries(signals ?? {}).map(([name, signal]) => [`${system.id}/${id}.${name}`, signal] as const)
  );
}

const panelsOf = (system: System): Panel[] =>
  (system.boards ?? []).flatMap(({ rows }) => rows.flatMap(({ panels }) => panels));

/** Every query that the packs can ask: each signal alone and split, and each panel's. */
const queries = builtInSystems.flatMap((system) => [
  ...signalsOf(system).flatMap(([name, signal]) => [
    [name, signalQuery(signal, context(system))] as const,
    [`${name} by instance`, signalQuery(signal, context(system, ['instance']))] as const,
  ]),
  ...panelsOf(system).flatMap(({ id, queries: own = [] }) =>
    own.map(
      ({ signal, by, where }) =>
        [`${system.id} panel ${id}`, signalQuery(findSignal(system, signal), context(system, by, where))] as const
    )
  ),
]);

const offending = (pattern: RegExp) =>
  queries.filter(([, expr]) => pattern.test(expr)).map(([name, expr]) => `${name}: ${expr}`);

describe('every query of the packs', () => {
  it('is there', () => {
    expect(queries.length).toBeGreaterThan(500);
  });

  it('takes the rate of a counter before it adds series up', () => {
    // `rate(sum(…)[5m:])`: the reset of one instance would look like a reset of all.
    expect(offending(/(rate|increase|irate)\(\s*(sum|avg|min|max|count)\b/)).toEqual([]);
  });

  it('divides only by what is above zero, so that an idle service is absent and not NaN', () => {
    // After a slash: a number, or a parenthesis that ends in `> 0)`, or in a positive multiple of that.
    const divisors = queries.flatMap(([name, expr]) => divisorsOf(expr).map((divisor) => ({ name, divisor })));
    expect(divisors.length).toBeGreaterThan(50);
    expect(divisors.filter(({ divisor }) => !/^(\d|.*> 0\)( \* \d[\d.]*\))?$)/s.test(divisor))).toEqual([]);
  });

  it('fills no gaps of groups with `or vector(0)`, which has no labels and would stand beside them', () => {
    expect(offending(/\bby \(.*\bor\s+vector\(/s)).toEqual([]);
  });

  it('asks for its own system alone, in every selector', () => {
    const without = queries.flatMap(([name, expr]) =>
      selectorsOf(expr).flatMap((selector) => (/\bsystem[=~!]/.test(selector) ? [] : [`${name}: ${selector}`]))
    );
    expect(without).toEqual([]);
  });

  it('leaves no placeholder behind', () => {
    expect(offending(/\$(by|where|window)\b/)).toEqual([]);
  });

  it('has balanced brackets', () => {
    expect(queries.filter(([, expr]) => !isBalanced(expr))).toEqual([]);
  });
});

/** What stands after each slash outside of strings: a number or the whole parenthesis. */
function divisorsOf(expr: string): string[] {
  const plain = withoutStrings(expr);
  return [...plain.matchAll(/\/\s*/g)].map(({ index, 0: slash }) => {
    const start = index + slash.length;
    return plain[start] === '(' ? plain.slice(start, closing(plain, start) + 1) : plain.slice(start, start + 12);
  });
}

function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  return text.length;
}

const withoutStrings = (expr: string) => expr.replace(/"(?:[^"\\]|\\.)*"/g, '""');
const selectorsOf = (expr: string) =>
  [...expr.matchAll(/\{((?:[^"{}]|"(?:[^"\\]|\\.)*")*)\}/g)].map(([, inner]) => inner ?? '');

function isBalanced(expr: string): boolean {
  const plain = withoutStrings(expr);
  const count = (character: string) => plain.split(character).length;
  return count('(') === count(')') && count('{') === count('}') && count('[') === count(']');
}
