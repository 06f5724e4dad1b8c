import { EmbeddedScene, SceneCanvasText, SceneTimeRange } from '@grafana/scenes';
import { instants } from '../../datasources/prometheus';
import { failure, type Result, success } from '../../datasources/result';
import { type Sample } from '../../domain/metrics/types';
import { type SystemSlo } from '../../domain/slo/standing';
import { SloStandings } from './SloStandings';

jest.mock('../../datasources/prometheus', () => ({ instants: jest.fn() }));
jest.mock('../variables/dataSources', () => ({ metricsDataSource: () => ({ type: 'prometheus', uid: 'p' }) }));
const ask = jest.mocked(instants);

const objective: SystemSlo = {
  system: 'shop',
  slo: {
    id: 'availability',
    title: 'Availability',
    service: 'web',
    sli: { kind: 'boolean', gauge: { metric: 'up' } },
    targetRatio: 0.99,
    windowDays: 28,
  },
};
const sample = (value: number, window = '28d'): Sample => ({
  labels: { system: 'shop', slo: 'availability', window },
  timeMs: 0,
  value,
});

/** Answers by what is asked about, and remembers the expressions. */
function answerWith(valueOf: (key: string, expr: string) => Result<Sample[]>) {
  const asked: string[][] = [];
  ask.mockImplementation(({ expressions }) => {
    asked.push(Object.keys(expressions));
    const answers = Object.entries(expressions).map(([key, expr]) => [key, valueOf(key, String(expr))]);
    return Promise.resolve(Object.fromEntries(answers) as never);
  });
  return asked;
}

async function shown(objectives: readonly SystemSlo[] = [objective]) {
  const standings = new SloStandings(objectives);
  const timeRange = new SceneTimeRange();
  const scene = new EmbeddedScene({
    $timeRange: timeRange,
    $behaviors: [standings],
    body: new SceneCanvasText({ text: '' }),
  });
  scene.activate();
  const settle = async () => {
    for (let turns = 0; turns < 20 && standings.state.loading; turns += 1) {
      await new Promise(process.nextTick);
    }
  };
  await settle();
  return {
    state: () => standings.state,
    refresh: async () => {
      timeRange.onRefresh();
      await settle();
    },
  };
}

const counted = (key: string): Sample[] =>
  ({ total: [sample(1000)], bad: [sample(2)], counts: [sample(8064)], ratios: [sample(0.2, '1h')] })[key] ?? [];

describe('SloStandings', () => {
  it('reads what the rules have added up, in one request', async () => {
    const asked = answerWith((key) => success(counted(key)));
    const { state } = await shown();
    expect(asked).toHaveLength(1);
    expect(asked[0]?.sort()).toEqual(['bad', 'counts', 'levels', 'ratios', 'total']);
    expect(state().value?.[0]?.attainment).toMatchObject({ state: 'ok', attainedRatio: 0.998, coverageRatio: 1 });
  });

  it('adds the counts up itself where the rules have not, and asks for that at once from then on', async () => {
    const asked = answerWith((key, expr) =>
      success(expr.includes('slo:period') || expr.includes('rate(.+)') ? [] : counted(key))
    );
    const { state, refresh } = await shown();
    expect(asked).toHaveLength(2);
    expect(state().value?.[0]?.attainment.attainedRatio).toBeCloseTo(0.998, 9);
    await refresh();
    expect(asked).toHaveLength(3);
  });

  it('counts an objective that the rules have not reached yet, and goes back to their sums when they have', async () => {
    const second: SystemSlo = { ...objective, slo: { ...objective.slo, id: 'checkout' } };
    const ofSecond = (key: string) =>
      counted(key).map((one) => ({ ...one, labels: { ...one.labels, slo: 'checkout' }, value: one.value * 2 }));
    let hasReached = false;
    const asked = answerWith((key, expr) =>
      success(expr.includes('slo:period') && !hasReached ? counted(key) : [...counted(key), ...ofSecond(key)])
    );
    const { state, refresh } = await shown([objective, second]);
    expect(asked).toHaveLength(2);
    expect(state().value?.map(({ attainment }) => attainment.attainedRatio)).toEqual([0.998, 0.998]);
    hasReached = true;
    await refresh();
    expect(asked).toHaveLength(3);
    expect(asked[2]).toContain('counts');
  });

  it('does not take a failed question about bad events for none', async () => {
    answerWith((key) => (key === 'bad' ? failure({ kind: 'timeout', message: 'too slow' }) : success(counted(key))));
    const { state } = await shown();
    expect(state().value?.[0]?.attainment.state).toBe('no-data');
  });

  it('has no answer without totals', async () => {
    answerWith(() => failure({ kind: 'down', message: 'gone' }));
    const { state } = await shown();
    expect(state()).toMatchObject({ error: { message: 'gone' } });
    expect(state().value).toBeUndefined();
  });
});
