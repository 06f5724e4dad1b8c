import { type DataFrame, FieldType, getDefaultTimeRange, LoadingState, type PanelData } from '@grafana/data';
import { SceneDataNode, VizPanel } from '@grafana/scenes';
import { failure, success } from '../../datasources/result';
import { existingMetrics } from '../../datasources/prometheus';
import { ExplainedPanel } from './ExplainedPanel';

jest.mock('../../datasources/prometheus', () => ({ existingMetrics: jest.fn() }));
jest.mock('../variables/dataSources', () => ({ metricsDataSource: () => ({ type: 'prometheus', uid: 'p' }) }));
const askMetrics = jest.mocked(existingMetrics);

const data = (changes: Partial<PanelData>): PanelData => ({
  state: LoadingState.Done,
  series: [],
  timeRange: getDefaultTimeRange(),
  ...changes,
});
const frame = (values: Array<number | null>): DataFrame => ({
  length: values.length,
  fields: [{ name: 'Value', type: FieldType.number, config: {}, values }],
});

function panelWith(initial: PanelData) {
  const node = new SceneDataNode({ data: initial });
  const panel = new ExplainedPanel({
    panel: new VizPanel({ pluginId: 'stat', title: 'T' }),
    metrics: ['a_total', 'b_total'],
    countsEvents: true,
    $data: node,
  });
  panel.activate();
  return { panel, give: (next: PanelData) => node.setState({ data: next }) };
}

const settled = () => new Promise(process.nextTick);

beforeEach(() => askMetrics.mockReset());

describe('ExplainedPanel', () => {
  it('draws values, and does not ask which metrics exist', () => {
    const { panel } = panelWith(data({ series: [frame([1])] }));
    expect(panel.state.condition).toEqual({ kind: 'shown' });
    expect(askMetrics).not.toHaveBeenCalled();
  });

  it('names the metrics that the data source does not know', async () => {
    askMetrics.mockResolvedValue(success(new Set(['a_total'])));
    const { panel } = panelWith(data({}));
    await settled();
    expect(panel.state.condition).toEqual({ kind: 'not-configured', missingMetrics: ['b_total'] });
  });

  it('says that nothing happened when the metrics are there', async () => {
    askMetrics.mockResolvedValue(success(new Set(['a_total', 'b_total'])));
    const { panel } = panelWith(data({ series: [frame([null, NaN])] }));
    await settled();
    expect(panel.state.condition).toEqual({ kind: 'no-traffic' });
  });

  it('blames no metric when the check itself fails', async () => {
    askMetrics.mockResolvedValue(failure({ kind: 'down', message: 'x' }));
    const { panel } = panelWith(data({}));
    await settled();
    expect(panel.state.condition).toEqual({ kind: 'no-traffic' });
  });

  it('tells a data source that is down from one that refuses, and recovers', () => {
    const { panel, give } = panelWith(
      data({ state: LoadingState.Error, errors: [{ status: 502, message: 'Bad Gateway' }] })
    );
    expect(panel.state.condition).toMatchObject({ kind: 'failed', reason: 'down' });
    give(data({ state: LoadingState.Error, errors: [{ status: 403, message: 'Access denied' }] }));
    expect(panel.state.condition).toMatchObject({ kind: 'failed', reason: 'no-permission' });
    give(data({ series: [frame([1])] }));
    expect(panel.state.condition).toEqual({ kind: 'shown' });
  });

  it('drops an answer about metrics that newer data has overtaken', async () => {
    let answer: (value: Awaited<ReturnType<typeof existingMetrics>>) => void = () => undefined;
    askMetrics.mockReturnValue(new Promise((resolve) => (answer = resolve)));
    const { panel, give } = panelWith(data({}));
    give(data({ series: [frame([5])] }));
    answer(success(new Set()));
    await settled();
    expect(panel.state.condition).toEqual({ kind: 'shown' });
  });
});
