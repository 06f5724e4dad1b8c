import { budgetTrend } from './trend';

const DAY = 86_400_000;
const slo = {
  id: 'x',
  title: 'X',
  service: 's',
  sli: { kind: 'boolean', gauge: { metric: 'up' } } as const,
  targetRatio: 0.99,
  windowDays: 3,
};

it('goes down with the bad events of the window, to what is left', () => {
  const bad = [
    [1 * DAY, 99],
    [2 * DAY, 1],
    [3 * DAY, 0],
    [4 * DAY, 3],
  ] as const;
  // The first day is out of the window: 4 bad events spent 80 %.
  const trend = budgetTrend(slo, { state: 'ok', coverageRatio: 1, budgetRemainingRatio: 0.2 }, bad, 4 * DAY);
  expect(trend.map(([atMs, left]) => [atMs / DAY, Number(left.toFixed(9))])).toEqual([
    [2, 0.8],
    [3, 0.8],
    [4, 0.2],
  ]);
});

it('is level when nothing was bad, and empty without a budget', () => {
  const calm = [[4 * DAY, 0]] as const;
  expect(budgetTrend(slo, { state: 'ok', coverageRatio: 1, budgetRemainingRatio: 1 }, calm, 4 * DAY)).toEqual([
    [4 * DAY, 1],
  ]);
  expect(budgetTrend(slo, { state: 'no-data', coverageRatio: 0 }, calm, 4 * DAY)).toEqual([]);
});
