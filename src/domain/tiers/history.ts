import { goldenExpressions } from '../services/golden';
import { rowsAsked, type TierScope } from './questions';
import { type HistoryAnswers } from './rows';
import { type TieredSystem } from './types';

const RATE_WINDOW = '5m';

/** One expression for each measurement over time, for all rows of a scope at once. */
export function historyQuestions(
  systems: readonly TieredSystem[],
  scope: TierScope
): Partial<Record<keyof HistoryAnswers, string>> {
  const rows = systems.flatMap((system) => rowsAsked(system, scope));
  const { traffic, errors, latencyP95, saturation } = goldenExpressions(rows, RATE_WINDOW);
  const questions = { traffic, errors, latency: latencyP95, queue: saturation };
  return Object.fromEntries(Object.entries(questions).filter(([, expr]) => expr !== undefined));
}
