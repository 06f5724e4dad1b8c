import { type Sample } from '../metrics/types';
import { matchesLabels } from '../promql/match';
import { type Matchers } from '../promql/matchers';
import { rollUp } from '../health/states';
import { type ServiceRow } from './rows';

/** How many scrape targets a component has, and how many of them answer. */
export interface Reachability {
  up: number;
  total: number;
}

/**
 * Counts the targets of a component.
 * @param up newest samples of `up`.
 * @returns undefined when the catalog names no targets.
 */
export function reachabilityOf(
  system: string,
  scrape: Matchers | undefined,
  up: readonly Sample[]
): Reachability | undefined {
  if (!scrape) {
    return undefined;
  }
  const own = up.filter(({ labels }) => labels['system'] === system && matchesLabels(scrape, labels));
  return { up: own.filter(({ value }) => value === 1).length, total: own.length };
}

/**
 * A row judged by its targets too: a target that does not answer is trouble, whatever the measurements of the others say.
 * A component that is only scraped is well when it answers; without a target it is silent.
 */
export function withReachability(row: ServiceRow, reached: Reachability | undefined): ServiceRow {
  if (!reached) {
    return row;
  }
  const { up, total } = reached;
  const isUnmeasured = Object.keys(row.values).length === 0;
  if (total === 0) {
    return isUnmeasured ? { ...row, state: 'silent', because: 'No scrape target of it is known.' } : row;
  }
  if (up < total) {
    const because = `${total - up} of ${total} scrape targets ${total - up === 1 ? 'does' : 'do'} not answer.`;
    const state = up === 0 ? ('critical' as const) : ('warning' as const);
    const worst = rollUp([
      { state, part: because },
      { state: isUnmeasured ? ('ok' as const) : row.state, part: row.because },
    ]);
    return { ...row, state: worst.state, because: worst.part };
  }
  return isUnmeasured ? { ...row, state: 'ok', because: 'It answers; the catalog measures nothing else of it.' } : row;
}
