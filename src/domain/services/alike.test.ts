import { type Signal } from '../signals/types';
import { splitAlike } from './alike';
import { goldenExpressions, type GoldenService } from './golden';

const traffic: Signal = { kind: 'rate', title: 'Requests', metric: 'requests_total', unit: 'reqps' };
const service = (id: string, where: GoldenService['where'] = { app: id }, system = 'one'): GoldenService => ({
  system,
  service: id,
  signals: { traffic },
  where,
});
const measured = (...services: GoldenService[]) => services.map((one) => ({ service: one, signal: traffic }));

describe('splitAlike', () => {
  it('takes services together that differ by the label of their id', () => {
    const { alike, rest } = splitAlike(measured(service('a'), service('b'), service('c', { app: 'c', zone: 'x' })));
    expect(alike).toEqual([{ system: 'one', signal: traffic, label: 'app', services: ['a', 'b'] }]);
    expect(rest.map(({ service: { service: id } }) => id)).toEqual(['c']);
  });

  it('keeps apart what cannot be grouped', () => {
    const fixed: Signal = { kind: 'expression', title: '', expr: 'sum(up{$where})', metrics: ['up'], unit: 'none' };
    const services = [service('a'), service('b')].map((one) => ({ service: one, signal: fixed }));
    expect(splitAlike(services)).toEqual({ alike: [], rest: services });
  });

  it('keeps apart other systems, other labels, other names, and those alone', () => {
    const others = [service('a', { app: 'a' }, 'two'), service('b', { job: 'b' }), service('c', { app: 'sea' })];
    expect(splitAlike(measured(service('x'), ...others))).toMatchObject({ alike: [] });
  });
});

it('asks for them with one selector, and names each row', () => {
  expect(goldenExpressions([service('a'), service('b.c')], '5m').traffic).toBe(
    'label_replace(label_replace(sum by (app) (rate(requests_total{app=~"a|b\\\\.c",system="one"}[5m])), "wk_system", "one", "", ""), "wk_service", "$1", "app", "(.*)")'
  );
});
