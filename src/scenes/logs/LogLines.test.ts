import { ConstantVariable, EmbeddedScene, SceneCanvasText, SceneTimeRange, SceneVariableSet } from '@grafana/scenes';
import { type Search } from '../../datasources/elasticsearch';
import { success } from '../../datasources/result';
import { LogLines } from './LogLines';
import { type LogQuestion } from './logSpecs';

const asked: Search[][] = [];
/** Times of the lines in the store, Unix milliseconds; what comes may be put in front. */
let store: number[] = [];

jest.mock('../../datasources/elasticsearch', () => ({
  MAX_LIMIT: 10_000,
  multiSearch: ({ searches }: { searches: Search[] }) => {
    asked.push(searches);
    return Promise.resolve(success(searches.map((search) => success(answerOf(search)))));
  },
}));

interface Body {
  size: number;
  search_after?: [number];
  query: { bool: { filter: [{ range: { time: { gte: number; lte: number } } }] } };
}

function answerOf({ body }: Search) {
  const { size, search_after: after, query } = body as unknown as Body;
  const { gte, lte } = query.bool.filter[0].range.time;
  const matching = store.filter((time) => time >= gte && time <= lte && time < (after?.[0] ?? Infinity));
  const hits = matching.slice(0, size).map((time) => ({ _index: 'a', _id: String(time), _source: {}, sort: [time] }));
  return { total: matching.length, hits, aggregations: {} };
}

const question: LogQuestion = {
  query: { schema: 'x', limit: 3 },
  schema: { indexPattern: 'x-*', timeField: 'time', fields: {} },
};

async function onAPage(from: string, to: string) {
  asked.length = 0;
  const lines = new LogLines(question);
  const timeRange = new SceneTimeRange({ from, to });
  const scene = new EmbeddedScene({
    $timeRange: timeRange,
    $variables: new SceneVariableSet({
      variables: [new ConstantVariable({ name: 'elasticsearch', value: 'es' })],
    }),
    $behaviors: [lines],
    body: new SceneCanvasText({ text: '' }),
  });
  scene.activate();
  await settled();
  return { lines, timeRange, times: () => lines.state.value?.lines.map(({ timeMs }) => timeMs) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('log lines on a page', () => {
  const now = Date.now();
  const at = (...secondsAgo: number[]) => secondsAgo.map((seconds) => now - seconds * 1000);
  beforeEach(() => {
    store = at(10, 20, 30, 40, 50, 60, 70);
  });

  it('come page by page', async () => {
    const { lines, times } = await onAPage('now-1h', 'now');
    expect(times()).toEqual(at(10, 20, 30));
    await lines.loadOlder();
    await lines.loadOlder();
    expect(times()).toEqual(at(10, 20, 30, 40, 50, 60, 70));
    expect(lines.state.value).toMatchObject({ total: 7, hasOlder: false });
    expect(asked).toHaveLength(3);
  });

  it('stay when the page is refreshed; those that came stand before them', async () => {
    const { lines, timeRange, times } = await onAPage('now-1h', 'now');
    await lines.loadOlder();
    store = [...at(1, 5), ...store];
    timeRange.onRefresh();
    await settled();
    expect(times()).toEqual(at(1, 5, 10, 20, 30, 40, 50, 60));
    expect(lines.state.value).toMatchObject({ total: 9, freshCount: 2, hasOlder: true });
    // The new lines, and how many there are now.
    expect(asked.at(-1)).toHaveLength(2);
  });

  it('begin anew when more came than a page holds, and in another time range', async () => {
    const { lines, timeRange, times } = await onAPage('now-1h', 'now');
    store = [...at(1, 2, 3, 4), ...store];
    timeRange.onRefresh();
    await settled();
    expect(lines.state.value?.hasOlder).toBe(true);
    expect(times()?.slice(0, 4)).toEqual(at(1, 2, 3, 4));
    timeRange.onTimeRangeChange({ ...timeRange.state.value, raw: { from: 'now-2h', to: 'now' } });
    await settled();
    expect(times()).toEqual(at(1, 2, 3));
    expect(asked.at(-1)).toHaveLength(1);
  });
});
