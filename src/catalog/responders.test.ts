import { incidentLeadership, incidentReceivers, incidentResponders } from './incidents';
import { builtInSystems } from './packs';
import { proposedAssignee, responderInWords, responderOf, respondersOf } from './responders';
import { type System } from './types';
import { type IncidentDraft } from '../domain/incidents/types';

const NOW_MS = Date.parse('2026-01-13T12:00:00Z');
const shop: System = {
  id: 'shop',
  name: 'Shop',
  teams: [
    { id: 'sales', name: 'Sales', rotation: { people: ['Ada', 'Bo'], startsAt: '2026-01-05T09:00' } },
    { id: 'depot', name: 'Depot', contact: '#depot' },
    { id: 'future', name: 'Future', rotation: { people: ['Di', 'Ed'], startsAt: '2027-01-04T09:00' } },
  ],
  services: [
    { id: 'checkout', name: 'Checkout', kind: 'application', team: 'sales', owner: 'Cy' },
    { id: 'stock', name: 'Stock', kind: 'application', team: 'depot', owner: 'Cy' },
    { id: 'racks', name: 'Racks', kind: 'application', team: 'depot' },
    { id: 'robots', name: 'Robots', kind: 'application', team: 'future' },
  ],
};
const of = (...services: string[]) =>
  respondersOf(
    services.map((service) => ({ service: { system: 'shop', service } })),
    [shop],
    NOW_MS
  );
const inWords = (...services: string[]) =>
  of(...services).map((one) => responderInWords(one, (ms) => new Date(ms).toISOString()));

describe('who answers for a service', () => {
  it('is whoever is on call for its team, else its owner, else nobody', () => {
    expect(proposedAssignee(of('checkout'))).toEqual({ person: 'Bo', because: 'on call for Sales' });
    expect(proposedAssignee(of('stock'))).toEqual({ person: 'Cy', because: 'owner of the service' });
    expect(proposedAssignee(of('racks'))).toBeUndefined();
    expect(proposedAssignee(of('stock', 'checkout'))?.person).toBe('Bo');
  });

  it('is said in words, also when nobody is configured', () => {
    expect(inWords('checkout')).toEqual(['Bo for Sales until 2026-01-19T09:00:00.000Z, then Ada']);
    expect(inWords('stock', 'racks')).toEqual([
      'no rotation for Depot: owner Cy, ask #depot',
      'no rotation for Depot: ask #depot',
    ]);
    expect(inWords('robots')).toEqual(['the rotation of Future has not begun']);
  });

  it('is nobody for what the catalog does not know, and the team that an alert names', () => {
    expect(responderOf({ service: { system: 'shop', service: 'till' } }, [shop], NOW_MS)).toBeUndefined();
    expect(responderOf({ team: 'sales', system: 'shop' }, [shop], NOW_MS)?.shift?.person).toBe('Bo');
  });
});

describe('the incident of a document', () => {
  const alert = (labels: Record<string, string>) => ({ id: 'a', name: 'HighErrorRate', labels, startedAtMs: null });
  const draft: IncidentDraft = {
    id: 'INC-1',
    title: '',
    description: '',
    severity: 'critical',
    status: 'open',
    affectedServices: [{ system: 'obs-standards', service: 'order-service' }],
    createdAtMs: 0,
    updatedAtMs: 0,
    alerts: [alert({ system: 'obs-standards', team: 'platform', severity: 'warning', service: 'order-service' })],
    timeline: [],
  };

  it('is told to the receivers of its own severity', () => {
    expect(incidentReceivers(draft, builtInSystems).map(({ name }) => name)).toEqual([
      'obs-standards-critical-alerts',
      'obs-standards-platform-team',
    ]);
    expect(incidentReceivers({ ...draft, severity: 'medium' }, builtInSystems).map(({ slack }) => slack)).toEqual([
      ['#platform-alerts'],
    ]);
    expect(incidentReceivers({ ...draft, alerts: [] }, builtInSystems)).toHaveLength(2);
    expect(incidentLeadership(draft, builtInSystems)).toEqual(['leadership@company.com']);
  });

  it('is proposed to whoever the document has on call', () => {
    expect(proposedAssignee(incidentResponders(draft, builtInSystems, NOW_MS))).toEqual({
      person: 'oncall-engineer@company.com',
      because: 'on call for Platform',
    });
  });
});
