import { type Series } from '../metrics/types';
import { firingExpression, periodsIn } from './alertPeriods';

const MINUTE_MS = 60_000;
const fired = (...minutes: number[]): Series => ({
  labels: {
    alertname: 'HighErrorRate',
    service: 'pay',
    component: 'payment-service',
    severity: 'critical',
    system: 's',
  },
  name: '',
  points: minutes.map((minute) => [minute * MINUTE_MS, 1]),
});
const options = { stepMs: MINUTE_MS, fromMs: 0, toMs: 60 * MINUTE_MS };
const spans = (...minutes: number[]) =>
  periodsIn([fired(...minutes)], options).map(({ beganMs, endedMs }) => [
    beganMs === undefined ? 'before' : beganMs / MINUTE_MS,
    endedMs === undefined ? 'goes on' : endedMs / MINUTE_MS,
  ]);

it('asks for the alerts of some systems, literally', () => {
  expect(firingExpression(['a.b', 'c'])).toBe(
    'max by (alertname, component, service, severity, system) (ALERTS{alertstate="firing",system=~"a\\\\.b|c"})'
  );
});

describe('periodsIn', () => {
  it('ends an alert one step after it was last seen', () => {
    expect(spans(10, 11, 12)).toEqual([[10, 13]]);
  });

  it('does not end it for a missed evaluation, and does for two', () => {
    expect(spans(10, 12, 15)).toEqual([
      [10, 13],
      [15, 16],
    ]);
  });

  it('knows no beginning before the range and no end after it', () => {
    expect(spans(0, 1, 2)).toEqual([['before', 3]]);
    expect(spans(57, 58, 59)).toEqual([[57, 'goes on']]);
  });

  it('keeps what the alert is about', () => {
    expect(periodsIn([fired(5)], options)).toEqual([
      expect.objectContaining({ system: 's', service: 'pay', component: 'payment-service', name: 'HighErrorRate' }),
    ]);
  });
});
