import { errorRatio, indexCounts } from './counts';
import { asTimeSlices, meanOfRatios, sliceBudget } from './timeSlice';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('asTimeSlices', () => {
  it('judges each slice with traffic', () => {
    const slices = [
      { endMs: 1, totalEvents: 1000, badEvents: 1 },
      { endMs: 2, totalEvents: 1000, badEvents: 2 },
      { endMs: 3, totalEvents: 0, badEvents: 0 },
      { endMs: 4, totalEvents: 1, badEvents: 1 },
    ];
    expect(asTimeSlices({ stepMs: 1, slices }, 0.999).slices).toEqual([
      { endMs: 1, totalEvents: 1, badEvents: 0 },
      { endMs: 2, totalEvents: 1, badEvents: 1 },
      { endMs: 4, totalEvents: 1, badEvents: 1 },
    ]);
  });
});

describe('sliceBudget', () => {
  it('is 5 min 2.4 s of one-minute slices in a week at 99.95 %', () => {
    expect(sliceBudget(7 * DAY, MINUTE, 0.9995) * MINUTE).toBeCloseTo(5 * MINUTE + 2400, 6);
  });

  it('is 1,008 one-minute slices of two weeks at 95 %', () => {
    expect(sliceBudget(14 * DAY, MINUTE, 0.95)).toBe(1008);
  });
});

describe('a night of little traffic and one bad busy hour', () => {
  // 23 hours of 60 requests, one of 60,000 with 10 % of errors.
  const slices = Array.from({ length: 24 }, (_, hour) => ({
    endMs: (hour + 1) * HOUR,
    totalEvents: hour === 12 ? 60_000 : 60,
    badEvents: hour === 12 ? 6000 : 0,
  }));
  const counts = { stepMs: HOUR, slices };

  it('is 9.78 % of bad events, which the mean of ratios takes for 0.42 %', () => {
    // 6,000 of 61,380; and 0.1 / 24.
    expect(errorRatio(indexCounts(counts).within(0, DAY))).toBeCloseTo(0.0977517, 6);
    expect(1 - (meanOfRatios(counts) ?? NaN)).toBeCloseTo(0.0041667, 6);
  });

  it('is one bad slice of 24', () => {
    const judged = indexCounts(asTimeSlices(counts, 0.95)).within(0, DAY);
    expect(judged).toMatchObject({ totalEvents: 24, badEvents: 1 });
  });
});

it('has no mean without traffic', () => {
  expect(meanOfRatios({ stepMs: 1, slices: [{ endMs: 1, totalEvents: 0, badEvents: 0 }] })).toBeUndefined();
});
