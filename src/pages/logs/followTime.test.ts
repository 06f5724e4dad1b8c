import { SceneTimeRange } from '@grafana/scenes';
import { followTime } from './followTime';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('a time range that ends now goes on every five seconds, until that is ended', () => {
  const timeRange = new SceneTimeRange({ from: 'now-1h', to: 'now' });
  const refresh = jest.spyOn(timeRange, 'onRefresh');
  const end = followTime(timeRange);
  jest.advanceTimersByTime(15_000);
  expect(refresh).toHaveBeenCalledTimes(3);
  expect(timeRange.state).toMatchObject({ from: 'now-1h', to: 'now' });
  end();
  jest.advanceTimersByTime(60_000);
  expect(refresh).toHaveBeenCalledTimes(3);
});

test('a time range that stands still becomes as long a one that ends now', () => {
  const timeRange = new SceneTimeRange({ from: '2026-01-01T00:00:00Z', to: '2026-01-01T01:30:00Z' });
  followTime(timeRange)();
  expect(timeRange.state).toMatchObject({ from: 'now-90m', to: 'now' });
});
