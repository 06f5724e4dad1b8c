import { findService } from './findService';
import { goldenService } from './golden';
import { type Service, type System } from './types';

const cloud: Service = {
  id: 'cloud',
  name: 'Cloud services',
  kind: 'application',
  team: 'platform',
  dependsOn: ['db'],
  golden: { traffic: 'cloud.traffic', where: { service: { notRe: 'kernel' }, env: 'prod' }, splitBy: 'service' },
  signals: { traffic: { kind: 'rate', title: 'Requests', metric: 'a_total', unit: 'reqps' } },
};
const db: Service = { id: 'db', name: 'Database', kind: 'datastore', team: 'platform' };
const system: System = {
  id: 'one',
  name: 'One',
  teams: [{ id: 'platform', name: 'Platform' }],
  services: [cloud, db],
  logSchemas: [
    { id: 'logs', indexPattern: 'logs-*', timeField: '@timestamp', fields: { service: ['svc', 'service'] } },
  ],
};

it('finds an entry of the catalog by its id', () => {
  expect(findService([system], 'one', 'db')).toEqual({ system, service: db });
});

it('takes another name for one of the services that an entry stands for, narrowed to it', () => {
  const found = findService([system], 'one', 'billing');
  expect(found?.memberOf).toBe(cloud);
  expect(found?.service).toMatchObject({
    name: 'billing',
    team: 'platform',
    golden: { traffic: 'cloud.traffic', where: { service: 'billing', env: 'prod' } },
    traces: { service: 'billing' },
    logs: { schema: 'logs', where: { svc: 'billing' } },
  });
  expect(found?.service.golden?.splitBy).toBeUndefined();
  expect(found && goldenService(system, found.service).signals.traffic).toBe(cloud.signals?.['traffic']);
});

it('finds nothing in a system that names all its services, or in no system', () => {
  expect(findService([{ ...system, services: [db] }], 'one', 'billing')).toBeUndefined();
  expect(findService([system], 'two', 'db')).toBeUndefined();
});
