import { EmbeddedScene, SceneCanvasText, SceneTimeRange, SceneVariableSet } from '@grafana/scenes';
import { type System } from '../../catalog/types';
import { labelValues } from '../../datasources/prometheus';
import { success } from '../../datasources/result';
import { filterVariables, type LabelFilterVariable } from '../variables/LabelFilterVariable';
import { PageFilters } from './PageFilters';

jest.mock('../../datasources/prometheus', () => ({ labelValues: jest.fn() }));
jest.mock('../variables/dataSources', () => ({ metricsDataSource: () => ({ type: 'prometheus', uid: 'p' }) }));
const ask = jest.mocked(labelValues);

const system = (id: string, filterLabels?: System['filterLabels']): System => ({
  id,
  name: id,
  teams: [],
  services: [],
  filterLabels,
});
const shop = system('shop', { tenant: 'tenant_id' });
const forum = system('forum', { tenant: 'tenant' });
const clock = system('clock');
const systems = [shop, forum, clock];

const settled = () => new Promise((resolve) => setTimeout(resolve));

function onAPage() {
  const filters = new PageFilters(systems);
  const variables = filterVariables(systems);
  const scene = new EmbeddedScene({
    $timeRange: new SceneTimeRange({ from: 'now-1h', to: 'now' }),
    $variables: new SceneVariableSet({ variables }),
    $behaviors: [filters],
    body: new SceneCanvasText({ text: '' }),
  });
  scene.activate();
  return { filters, tenant: variables[0] as LabelFilterVariable };
}

/** Which labels the metrics were asked for. */
const learnt = () => ask.mock.calls.filter(([{ label }]) => label === '__name__').map(([{ selectors }]) => selectors);

beforeEach(() => {
  ask.mockReset();
  ask.mockImplementation(({ label }) =>
    Promise.resolve(success(label === '__name__' ? ['orders_total'] : label === 'tenant' ? ['b', 'a'] : ['c', 'a']))
  );
});

describe('PageFilters', () => {
  it('offers the values of all systems, and asks nothing else while all are chosen', async () => {
    const { filters, tenant } = onAPage();
    await settled();
    expect(tenant.state.options.map(({ value }) => value)).toEqual(['a', 'b', 'c']);
    expect(filters.filtersOf(shop)).toEqual([]);
    expect(learnt()).toEqual([]);
  });

  it('knows what a filter concerns only when it has asked, once for each label', async () => {
    const { filters, tenant } = onAPage();
    await settled();
    tenant.changeValueTo(['a']);
    expect(filters.filtersOf(shop)).toBeUndefined();
    await settled();
    const carriers = new Set(['orders_total']);
    expect(filters.filtersOf(shop)).toEqual([{ role: 'tenant', label: 'tenant_id', values: ['a'], carriers }]);
    expect(filters.filtersOf(forum)).toEqual([{ role: 'tenant', label: 'tenant', values: ['a'], carriers }]);
    expect(filters.filtersOf(clock)).toEqual([
      { role: 'tenant', label: undefined, values: ['a'], carriers: new Set() },
    ]);
    tenant.changeValueTo(['a', 'b']);
    await settled();
    expect(filters.filtersOf(shop)?.[0]?.values).toEqual(['a', 'b']);
    expect(learnt()).toEqual([['{system=~"shop",tenant_id!=""}'], ['{system=~"forum",tenant!=""}']]);
  });

  it('filters nothing again when all are chosen', async () => {
    const { filters, tenant } = onAPage();
    await settled();
    tenant.changeValueTo(['a']);
    await settled();
    tenant.changeValueTo(['$__all']);
    expect(filters.filtersOf(shop)).toEqual([]);
  });
});
