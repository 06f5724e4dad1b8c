import { thresholdSteps } from './thresholds';

const steps = (...args: Parameters<typeof thresholdSteps>) =>
  thresholdSteps(...args).steps.map(({ value, color }) => [value, color]);

describe('thresholdSteps', () => {
  it('rises from green to red when lower is better', () => {
    expect(steps({ warning: 0.001, critical: 0.01 }, 'lower-is-better')).toEqual([
      [-Infinity, 'green'],
      [0.001, 'dark-orange'],
      [0.01, 'red'],
    ]);
    expect(steps({ critical: 5 })).toEqual([
      [-Infinity, 'green'],
      [5, 'red'],
    ]);
  });

  it('falls from green to red when higher is better', () => {
    expect(steps({ warning: 0.99, critical: 0.95 }, 'higher-is-better')).toEqual([
      [-Infinity, 'red'],
      [0.95, 'dark-orange'],
      [0.99, 'green'],
    ]);
    expect(steps({ critical: 1 }, 'higher-is-better')).toEqual([
      [-Infinity, 'red'],
      [1, 'green'],
    ]);
    expect(steps({ warning: 1 }, 'higher-is-better')).toEqual([
      [-Infinity, 'dark-orange'],
      [1, 'green'],
    ]);
  });

  it('colours nothing without bounds', () => {
    expect(steps({}, 'lower-is-better')).toEqual([[-Infinity, 'text']]);
    expect(steps({ critical: 1 }, 'neutral')).toEqual([[-Infinity, 'text']]);
  });
});
