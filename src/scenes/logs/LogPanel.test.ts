import { type PanelData } from '@grafana/data';
import {
  EmbeddedScene,
  SceneQueryRunner,
  SceneTimeRange,
  SceneVariableSet,
  TextBoxVariable,
  VizPanel,
} from '@grafana/scenes';
import { LogPanel } from './LogPanel';
import { type LogQuestion } from './logSpecs';

const question: LogQuestion = {
  query: { schema: 'x', where: [{ field: 'user', input: 'user' }], by: ['level'] },
  schema: { indexPattern: 'x-*', timeField: '@timestamp', fields: {} },
};

function open(typed: string, asked: LogQuestion = question) {
  const $data = new SceneQueryRunner({ datasource: { uid: 'x', type: 'elasticsearch' }, queries: [] });
  const run = jest.spyOn($data, 'runQueries').mockImplementation(() => undefined);
  const panel = new LogPanel({ $data, panel: new VizPanel({ title: 'Lines' }), question: asked }, (inputs) => [
    { refId: 'A', query: `user is ${inputs['user'] ?? 'anybody'}` },
  ]);
  const variable = new TextBoxVariable({ name: 'user', label: 'User id', value: typed });
  const scene = new EmbeddedScene({
    $timeRange: new SceneTimeRange({}),
    $variables: new SceneVariableSet({ variables: [variable] }),
    body: panel,
  });
  scene.activate();
  panel.activate();
  run.mockClear();
  return { panel, variable, run, queries: () => $data.state.queries.map(({ query }) => String(query)), $data };
}

test('without its input the panel asks nothing, and says what it waits for', () => {
  const { panel, queries } = open('');
  expect(queries()).toEqual([]);
  expect(panel.state.waitsFor).toBe('User id');
});

test('with it, it asks; and again when somebody types another', () => {
  const { panel, variable, run, queries } = open('10007');
  expect(queries()).toEqual(['user is 10007']);
  variable.setValue('10008');
  expect(queries()).toEqual(['user is 10008']);
  expect(run).toHaveBeenCalledTimes(1);
  expect(panel.state.waitsFor).toBeUndefined();
});

test('buckets without a line are no lines', () => {
  const { panel, $data } = open('10007');
  const answer = (values: number[]) =>
    $data.setState({
      data: {
        state: 'Done',
        series: [{ fields: [{ type: 'number', name: 'v', config: {}, values }], length: 1 }],
      } as unknown as PanelData,
    });
  answer([0, 0]);
  expect(panel.state.condition.kind).toBe('no-traffic');
  answer([0, 3]);
  expect(panel.state.condition.kind).toBe('shown');
});
