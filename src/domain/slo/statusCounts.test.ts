import { type SloStanding } from './standing';
import { statusCounts } from './statusCounts';

const standing = (state: SloStanding['attainment']['state']) =>
  ({ attainment: { state, coverageRatio: 1 } }) as SloStanding;

test('counts each state, tells the usual ones even at none, and adds up who is at risk', () => {
  const counts = statusCounts(
    (['ok', 'ok', 'warning', 'critical', 'breached', 'no-traffic'] as const).map((state) => standing(state))
  );
  expect(counts).toEqual({
    total: 6,
    byState: [
      { state: 'breached', count: 1 },
      { state: 'critical', count: 1 },
      { state: 'warning', count: 1 },
      { state: 'ok', count: 2 },
      { state: 'no-data', count: 0 },
      { state: 'no-traffic', count: 1 },
    ],
    atRisk: 2,
    breached: 1,
  });
});
