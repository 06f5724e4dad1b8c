import { aliasesOf, panelService } from './serviceNames';
import { type Panel, type Service, type System } from './types';

const pay: Service = {
  id: 'pay',
  name: 'Pay',
  kind: 'application',
  team: 't',
  traces: { service: 'pay-svc' },
  scrape: { job: 'pay-job', instance: { re: '.*' } },
  golden: { where: { service: 'pay-svc' } },
};
const system: System = { id: 's', name: 'S', teams: [], services: [pay, { ...pay, id: 'web' }] };
const panel = (...queries: NonNullable<Panel['queries']>): Panel => ({ id: 'p', title: 'P', kind: 'stat', queries });

it('knows the names that a service goes by, and takes no pattern for one', () => {
  expect(aliasesOf(pay)).toEqual(['pay-svc', 'pay-job']);
});

describe('panelService', () => {
  it('is the service whose signals the panel draws', () => {
    expect(panelService(panel({ signal: 'pay.a' }, { signal: 'pay.b' }), system)?.id).toBe('pay');
  });

  it('is the service that the panel filters by, whoever owns the signal', () => {
    expect(panelService(panel({ signal: 'system.a', where: { service: 'web' } }), system)?.id).toBe('web');
  });

  it('is none for several, and for the system', () => {
    expect(panelService(panel({ signal: 'pay.a' }, { signal: 'web.a' }), system)).toBeUndefined();
    expect(panelService(panel({ signal: 'system.a' }), system)).toBeUndefined();
  });
});
