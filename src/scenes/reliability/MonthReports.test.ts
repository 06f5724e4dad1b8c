import { EmbeddedScene, SceneCanvasText, SceneTimeRange } from '@grafana/scenes';
import { type System } from '../../catalog/types';
import { range as rangeOf } from '../../datasources/prometheus';
import { failure, success } from '../../datasources/result';
import { MonthReports } from './MonthReports';

jest.mock('../../datasources/prometheus', () => ({ range: jest.fn() }));
jest.mock('../variables/dataSources', () => ({ metricsDataSource: () => ({ type: 'prometheus', uid: 'p' }) }));
const ask = jest.mocked(rangeOf);

const HALF_HOUR = 30 * 60_000;
const system: System = {
  id: 'shop',
  name: 'Shop',
  teams: [{ id: 't', name: 'Team' }],
  services: [{ id: 'web', name: 'Web', kind: 'application', team: 't' }],
  slos: [
    {
      id: 'availability',
      title: 'Availability',
      service: 'web',
      sli: { kind: 'ratio', total: { metric: 'a' }, bad: { metric: 'b' } },
      targetRatio: 0.99,
      windowDays: 28,
    },
  ],
};

/** As Prometheus answers: a point at every half hour from the first to the last moment, ten events each, one bad. */
function answer({ range, expr }: Parameters<typeof rangeOf>[0]) {
  const value = expr.includes('bad') ? 1 : 10;
  const first = Math.ceil(range.fromMs / HALF_HOUR) * HALF_HOUR;
  const count = Math.floor((range.toMs - first) / HALF_HOUR) + 1;
  const points = Array.from({ length: count }, (_, index) => [first + index * HALF_HOUR, value] as const);
  return Promise.resolve(success([{ labels: { system: 'shop', slo: 'availability' }, name: '', points }]));
}

async function reported(month: number, timeZone: string) {
  const reports = new MonthReports([system], () => ({ serviceName: 'Web', team: 'Team' }), {
    year: 2025,
    month,
    timeZone,
  });
  const scene = new EmbeddedScene({
    $timeRange: new SceneTimeRange(),
    $behaviors: [reports],
    body: new SceneCanvasText({ text: '' }),
  });
  scene.activate();
  for (let turns = 0; turns < 50 && reports.state.loading; turns += 1) {
    await new Promise(process.nextTick);
  }
  return reports;
}

describe('MonthReports', () => {
  beforeEach(() => ask.mockReset().mockImplementation(answer));

  it.each([
    // 31 days, and in Berlin an hour less in March.
    ['UTC', 3, 31 * 48],
    ['Europe/Berlin', 3, 31 * 48 - 2],
    ['UTC', 2, 28 * 48],
  ])('counts every half hour of a month once (%s, month %d)', async (timeZone, month, slices) => {
    const { value } = (await reported(month, timeZone)).state;
    expect(value?.objectives[0]).toMatchObject({ totalEvents: slices * 10, badEvents: slices, coverageRatio: 1 });
  });

  it('asks five days at a time and tells how far it is', async () => {
    const reports = await reported(3, 'UTC');
    // 31 days in seven parts, bad and total events of each.
    expect(ask).toHaveBeenCalledTimes(14);
    expect(reports.progress.state).toMatchObject({ done: 7, total: 7 });
  });

  it('is no report when a part of the month is missing', async () => {
    ask.mockResolvedValueOnce(failure({ kind: 'timeout', message: 'too slow' }));
    const { value, error } = (await reported(3, 'UTC')).state;
    expect(value).toBeUndefined();
    expect(error?.message).toBe('too slow');
  });

  it('has nothing to say about a month that has not begun', async () => {
    const reports = await reported(1, 'UTC');
    reports.show({ year: 9999, month: 1, timeZone: 'UTC' });
    for (let turns = 0; turns < 50 && reports.state.loading; turns += 1) {
      await new Promise(process.nextTick);
    }
    expect(reports.state.error?.message).toBe('January 9999 has not begun yet.');
  });
});
