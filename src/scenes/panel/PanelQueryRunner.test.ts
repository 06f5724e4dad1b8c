import { LoadingState } from '@grafana/data';
import { EmbeddedScene, SceneCanvasText, SceneQueryRunner, SceneTimeRange, SceneVariableSet } from '@grafana/scenes';
import { type Panel, type System } from '../../catalog/types';
import { labelValues } from '../../datasources/prometheus';
import { success } from '../../datasources/result';
import { PageFilters } from '../page/PageFilters';
import { compareVariable } from '../variables/compare';
import { filterVariables } from '../variables/LabelFilterVariable';
import { PanelQueryRunner } from './PanelQueryRunner';

jest.mock('../../datasources/prometheus', () => ({ labelValues: jest.fn() }));
const askLabels = jest.mocked(labelValues);

const system: System = {
  id: 'shop',
  name: 'Shop',
  teams: [],
  services: [],
  filterLabels: { tenant: 'tenant' },
  signals: {
    orders: { kind: 'rate', title: 'Orders', unit: 'reqps', metric: 'orders_total' },
    cpu: { kind: 'gauge', title: 'CPU', unit: 'percent', metric: 'cpu', aggregation: 'max' },
  },
};
const panel = (signal: string): Panel => ({ id: 'p', title: 'P', kind: 'timeseries', queries: [{ signal }] });

/** What was sent, in order. */
let sent: string[][] = [];

function onAPage(signal: string, tenant?: string) {
  const [tenants] = filterVariables([system]);
  const compare = compareVariable();
  const runner = new PanelQueryRunner(panel(signal), system);
  const body = new SceneCanvasText({ text: '', $data: runner });
  const scene = new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-1h', to: 'now' }),
    $variables: new SceneVariableSet({ variables: [...(tenants ? [tenants] : []), compare] }),
    $behaviors: [new PageFilters([system])],
    body,
  });
  if (tenant !== undefined) {
    tenants?.changeValueTo([tenant]);
  }
  scene.activate();
  body.activate();
  return { runner, tenants, compare };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  sent = [];
  askLabels.mockImplementation(({ label }) =>
    Promise.resolve(success(label === '__name__' ? ['orders_total'] : ['acme', 'globex']))
  );
  jest.spyOn(SceneQueryRunner.prototype, 'runQueries').mockImplementation(function (this: SceneQueryRunner) {
    sent.push(this.state.queries.map(({ expr }) => String(expr)));
  });
});
afterEach(() => jest.restoreAllMocks());

const ORDERS = 'sum(rate(orders_total{system="shop"}[$__rate_interval]))';
const ORDERS_OF_ACME = 'sum(rate(orders_total{system="shop",tenant=~"acme"}[$__rate_interval]))';

describe('PanelQueryRunner', () => {
  it('asks as the catalog says while nothing is chosen', async () => {
    onAPage('system.orders');
    await settled();
    expect(sent).toEqual([[ORDERS]]);
  });

  it('asks nothing before it is known what a filter concerns, and then once', async () => {
    const { runner } = onAPage('system.orders', 'acme');
    expect(sent).toEqual([]);
    expect(runner.state.data?.state).toBe(LoadingState.Loading);
    await settled();
    expect(sent).toEqual([[ORDERS_OF_ACME]]);
  });

  it('asks for everything, once, where the filter does not apply', async () => {
    onAPage('system.cpu', 'acme');
    await settled();
    expect(sent).toEqual([['max(cpu{system="shop"})']]);
  });

  it('asks again for another filter or comparison, and only when that changes the question', async () => {
    const { tenants, compare } = onAPage('system.orders');
    await settled();
    tenants?.changeValueTo(['acme']);
    await settled();
    compare.changeValueTo('yesterday');
    await settled();
    expect(sent).toEqual([
      [ORDERS],
      [ORDERS_OF_ACME],
      [ORDERS_OF_ACME, ORDERS_OF_ACME.replace('[$__rate_interval]', '[$__rate_interval] offset 1d')],
    ]);
  });
});
