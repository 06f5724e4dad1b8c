import { type Point } from '../metrics/types';
import { type Signal } from '../signals/types';
import { stateSince } from './since';
import { type TierHealth } from './types';

const errors: Signal = {
  kind: 'ratio',
  title: 'Failed',
  part: { metric: 'm' },
  total: { metric: 'm' },
  unit: 'percentunit',
  thresholds: { warning: 0.01, critical: 0.05 },
};
const series = (...values: number[]): Point[] => values.map((value, index) => [index * 60_000, value]);
const because = (about: TierHealth['reasons'][number]['about'], state: TierHealth['state']): TierHealth => ({
  state,
  reasons: [{ about, state, text: '' }],
});

describe('stateSince', () => {
  it('goes back to the first point of the unbroken run', () => {
    const history = { errors: series(0, 0.06, 0, 0.07, 0.06) };
    expect(stateSince(because('errors', 'critical'), history, { errors }, {})).toEqual({
      sinceMs: 180_000,
      atLeast: false,
    });
  });

  it('counts what is worse as the same trouble', () => {
    const history = { errors: series(0, 0.09, 0.02) };
    expect(stateSince(because('errors', 'warning'), history, { errors }, {})).toEqual({
      sinceMs: 60_000,
      atLeast: false,
    });
  });

  it('says so when it was like that all the time', () => {
    const history = { budget: series(-0.1, -0.2) };
    expect(stateSince(because('budget', 'breached'), history, {}, {})).toEqual({ sinceMs: 0, atLeast: true });
  });

  it('takes silence from the last sample', () => {
    expect(stateSince(because('silence', 'silent'), {}, {}, { lastSeenMs: 42 })).toEqual({
      sinceMs: 42,
      atLeast: false,
    });
  });

  it('is well since the last of its measurements became well', () => {
    const well: TierHealth = { state: 'ok', reasons: [] };
    const history = { errors: series(0.2, 0, 0), budget: series(-1, -1, 0.5) };
    expect(stateSince(well, history, { errors }, {})).toEqual({ sinceMs: 120_000, atLeast: false });
  });

  it('does not know without history', () => {
    expect(stateSince(because('burn', 'critical'), {}, { errors }, {})).toBeUndefined();
    expect(stateSince(because('errors', 'critical'), {}, { errors }, {})).toBeUndefined();
  });
});
