import { type DependencyGraph } from '../traces/types';
import { type KnownService, neighboursOf } from './merge';

const api: KnownService = { id: 'api', name: 'API', dependsOn: ['db', 'cache'], traceName: 'api-svc' };
const known: KnownService[] = [
  api,
  { id: 'web', name: 'Web', dependsOn: ['api'], traceName: 'web-svc' },
  { id: 'db', name: 'Database' },
  { id: 'cache', name: 'Cache', traceName: 'cache-svc' },
  { id: 'jobs', name: 'Jobs', dependsOn: ['api'] },
];
const graph = (...edges: Array<[source: string, target: string, callCount: number]>): DependencyGraph => ({
  services: [],
  edges: edges.map(([source, target, callCount]) => ({ source, target, callCount })),
});
const told = (neighbours: ReturnType<typeof neighboursOf>['upstream']) =>
  neighbours.map(({ id, sources, callCount, isInCatalog }) => [id, sources.join('+'), callCount, isInCatalog]);

it('says of each neighbour who knows it, the busiest first', () => {
  const { upstream, downstream } = neighboursOf({
    centre: api,
    known,
    graph: graph(
      ['web-svc', 'api-svc', 12],
      ['stranger', 'api-svc', 40],
      ['api-svc', 'cache-svc', 3],
      ['web-svc', 'cache-svc', 9]
    ),
  });
  expect(told(upstream)).toEqual([
    ['stranger', 'traces', 40, false],
    ['web', 'catalog+traces', 12, true],
    ['jobs', 'catalog', undefined, true],
  ]);
  expect(told(downstream)).toEqual([
    ['cache', 'catalog+traces', 3, true],
    ['db', 'catalog', undefined, true],
  ]);
});

it('has the catalog’s edges when traces could not be asked', () => {
  const { upstream, downstream } = neighboursOf({ centre: api, known });
  expect(told(upstream)).toEqual([
    ['jobs', 'catalog', undefined, true],
    ['web', 'catalog', undefined, true],
  ]);
  expect(downstream).toHaveLength(2);
});

it('shows a service that calls back on both sides, and none as its own neighbour', () => {
  const { upstream, downstream } = neighboursOf({
    centre: { ...api, dependsOn: [] },
    known: known.slice(0, 1),
    graph: graph(['api-svc', 'api-svc', 5], ['worker', 'api-svc', 1], ['api-svc', 'worker', 2]),
  });
  expect(told(upstream)).toEqual([['worker', 'traces', 1, false]]);
  expect(told(downstream)).toEqual([['worker', 'traces', 2, false]]);
});

it('finds no calls of a service that has no name in traces', () => {
  const { upstream } = neighboursOf({
    centre: { id: 'x', name: 'X' },
    known: [],
    graph: graph(['web-svc', 'x', 1]),
  });
  expect(upstream).toEqual([]);
});
