/** @jest-environment node */
import { collectImplementations } from './packs';

it('finds ids at any depth and names the object by the ids on the way', () => {
  const packs = [
    {
      id: 'shop',
      implements: ['MM-OTHER-01'],
      services: [{ id: 'till', signals: { traffic: { implements: ['MM-METRIC-02', 'MM-METRIC-04'] } } }],
      boards: [{ rows: [{ panels: [{ id: 'health', implements: ['MM-PANEL-01'] }] }] }],
    },
  ];
  expect(collectImplementations(packs)).toEqual({
    implementations: [
      { id: 'MM-OTHER-01', where: 'packs.shop' },
      { id: 'MM-METRIC-02', where: 'packs.shop.services.till.signals.traffic' },
      { id: 'MM-METRIC-04', where: 'packs.shop.services.till.signals.traffic' },
      { id: 'MM-PANEL-01', where: 'packs.shop.boards.0.rows.0.panels.health' },
    ],
    problems: [],
  });
});

it('reads a shared object once and survives a cycle', () => {
  const shared: Record<string, unknown> = { implements: ['MM-SVC-01'] };
  shared.self = shared;
  expect(collectImplementations({ a: shared, b: shared }).implementations).toEqual([
    { id: 'MM-SVC-01', where: 'packs.a' },
  ]);
});

it('takes absent ids and empty packs as they are', () => {
  expect(collectImplementations([{ implements: undefined }, null, 'text', 3])).toEqual({
    implementations: [],
    problems: [],
  });
});

it('reports what is no list of ids', () => {
  expect(collectImplementations({ a: { implements: 'MM-SVC-01' }, b: { implements: [7] } }).problems).toEqual([
    { file: 'packs.a', message: 'implements must be a list of requirement ids' },
    { file: 'packs.b', message: 'implements holds 7, which is no requirement id' },
  ]);
});
