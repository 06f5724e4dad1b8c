import fc from 'fast-check';
import { type Alert } from '../alerts/types';
import { type AlertPlaces, groupAlerts } from './groupAlerts';
import { type ServiceRef } from './types';

const MINUTE_MS = 60_000;
const CALLS: Record<string, string[]> = {
  shop: ['api'],
  api: ['database'],
  gateway: ['shop'],
  left: ['right'],
  right: ['left'],
};
const ref = (service: string): ServiceRef => ({ system: 'one', service });
const places: AlertPlaces = {
  serviceOf: ({ labels }) => (labels['service'] ? ref(labels['service']) : undefined),
  dependenciesOf: ({ service }) => (CALLS[service] ?? []).map(ref),
  nameOf: ({ service }) => service,
};

function alert(name: string, service: string | undefined, atMinute: number | null, ruleId = name): Alert {
  return {
    ruleId,
    name,
    state: 'firing',
    labels: service ? { service } : {},
    annotations: {},
    activeAtMs: atMinute === null ? null : atMinute * MINUTE_MS,
    value: null,
    source: { id: 'p', kind: 'data-source', name: 'P' },
  };
}

const namesOf = (alerts: readonly Alert[]) =>
  groupAlerts(alerts, places).map((group) => group.alerts.map(({ name }) => name));

describe('groupAlerts', () => {
  it('puts a failing dependency and its callers into one group, and suspects the dependency', () => {
    const [group, ...others] = groupAlerts(
      [alert('ShopErrors', 'shop', 12), alert('DatabaseDown', 'database', 14), alert('ApiSlow', 'api', 10)],
      places
    );
    expect(others).toEqual([]);
    expect(group?.alerts.map(({ name }) => name)).toEqual(['ApiSlow', 'ShopErrors', 'DatabaseDown']);
    expect(group?.suspect).toEqual(ref('database'));
    expect(group?.startedAtMs).toBe(10 * MINUTE_MS);
    expect(group?.reason).toBe(
      '3 alerts that began together in services that call each other: api, shop, database. database calls none of the others: look there first.'
    );
  });

  it('sees through one service without alerts, and not through two', () => {
    expect(namesOf([alert('a', 'shop', 0), alert('b', 'database', 1)])).toEqual([['a', 'b']]);
    expect(namesOf([alert('a', 'gateway', 0), alert('b', 'database', 1)])).toEqual([['a'], ['b']]);
  });

  it('keeps apart what began more than half an hour apart, unless a chain connects it', () => {
    expect(namesOf([alert('a', 'api', 0), alert('b', 'api', 31)])).toEqual([['a'], ['b']]);
    expect(namesOf([alert('a', 'api', 0), alert('b', 'api', 31), alert('between', 'shop', 20)])).toEqual([
      ['a', 'between', 'b'],
    ]);
  });

  it('keeps apart what has nothing to do with each other', () => {
    expect(namesOf([alert('a', 'api', 0), alert('b', 'left', 0)])).toEqual([['a'], ['b']]);
  });

  it('names the first that complained when services call each other in a circle', () => {
    const [group] = groupAlerts([alert('r', 'right', 2), alert('l', 'left', 1)], places);
    expect(group?.suspect).toEqual(ref('left'));
    expect(group?.reason).not.toContain('look there first');
  });

  it('joins alerts without a service with others of their rule only', () => {
    const groups = groupAlerts(
      [alert('DiskFull', undefined, 0, 'disk'), alert('DiskFull', undefined, 5, 'disk'), alert('Other', undefined, 5)],
      places
    );
    expect(groups.map(({ alerts, suspect }) => [alerts.length, suspect])).toEqual([
      [2, undefined],
      [1, undefined],
    ]);
  });

  it('has each alert in exactly one group, whatever the order', () => {
    const anyAlert = fc.record({
      service: fc.constantFrom('shop', 'api', 'database', 'gateway', 'left', 'right', undefined),
      atMinute: fc.option(fc.integer({ min: 0, max: 300 })),
    });
    fc.assert(
      fc.property(fc.array(anyAlert, { maxLength: 40 }), fc.nat(), (specs, turn) => {
        const alerts = specs.map(({ service, atMinute }, index) => alert(String(index), service, atMinute));
        const partition = (list: readonly Alert[]) =>
          namesOf(list)
            .map((names) => [...names].sort().join())
            .sort();
        const turned = alerts.map((_, index) => alerts[(index + turn) % alerts.length]!);
        expect(partition(alerts).join().split(',').filter(Boolean).sort()).toEqual(
          alerts.map(({ name }) => name).sort()
        );
        expect(partition(turned)).toEqual(partition(alerts));
      })
    );
  });

  it('joins exactly what a comparison of all pairs joins', () => {
    const reached: Record<string, string[]> = { ...CALLS, shop: ['api', 'database'], gateway: ['shop', 'api'] };
    const anyAlert = fc.record({
      service: fc.constantFrom('shop', 'api', 'database', 'gateway', 'left', 'right'),
      atMinute: fc.integer({ min: 0, max: 400 }),
    });
    fc.assert(
      fc.property(fc.array(anyAlert, { maxLength: 30 }), (specs) => {
        const isOne = (a: number, b: number) => {
          const [one, other] = [specs[a]!, specs[b]!];
          const areNear =
            reached[one.service]?.includes(other.service) || reached[other.service]?.includes(one.service);
          return (one.service === other.service || areNear) && Math.abs(one.atMinute - other.atMinute) <= 30;
        };
        const colour = specs.map((_, index) => index);
        for (let changed = true; changed;) {
          changed = false;
          for (const a of colour.keys()) {
            for (const b of colour.keys()) {
              if (isOne(a, b) && colour[a]! < colour[b]!) {
                colour[b] = colour[a]!;
                changed = true;
              }
            }
          }
        }
        const alerts = specs.map(({ service, atMinute }, index) => alert(String(index), service, atMinute));
        const found = namesOf(alerts).map((names) => names.map(Number).sort((a, b) => a - b));
        const expected = [...new Set(colour)].map((wanted) => [...colour.keys()].filter((at) => colour[at] === wanted));
        expect(found).toEqual(expected);
      })
    );
  });

  it('gives a group the same id for everybody, and two groups different ones', () => {
    const alerts = [alert('a', 'api', 0), alert('b', 'left', 0)];
    const ids = groupAlerts(alerts, places).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(groupAlerts([...alerts, alert('later', 'api', 10)], places).map(({ id }) => id)).toEqual(ids);
  });
});
