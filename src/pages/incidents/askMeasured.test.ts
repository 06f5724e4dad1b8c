/** @jest-environment node */
import { builtInSystems } from '../../catalog/packs';
import { fakeGrafana } from '../../datasources/testing/fakeGrafana';
import { type IncidentDraft } from '../../domain/incidents/types';
import { askMeasured } from './askMeasured';

jest.mock('@grafana/runtime', () => jest.requireActual('../../datasources/testing/runtime'));

const AT_MS = Date.UTC(2026, 0, 31, 4, 0, 0);
const END_MS = AT_MS + 12 * 60_000;
const draft: IncidentDraft = {
  id: 'INC-1',
  title: 'Payments fail',
  description: '',
  severity: 'critical',
  status: 'resolved',
  affectedServices: [{ system: 'obs-standards', service: 'payment-service' }],
  createdAtMs: AT_MS,
  updatedAtMs: END_MS,
  alerts: [{ id: 'a', name: 'PaymentFailures', labels: {}, startedAtMs: AT_MS, endedAtMs: END_MS }],
  timeline: [],
};
const ask = (changes: Partial<IncidentDraft> = {}) =>
  askMeasured(
    {
      draft: { ...draft, ...changes },
      systems: builtInSystems,
      dataSources: { prometheus: 'prometheus', jaeger: 'jaeger', elasticsearch: 'elasticsearch' },
      nowMs: END_MS + 3_600_000,
      signal: new AbortController().signal,
    },
    []
  );

beforeEach(() => fakeGrafana.reset());

it('asks about the time of the incident and an hour of what was before, not about the page’s', async () => {
  fakeGrafana.answer({ status: 200, body: { results: {} } });
  await ask();
  const starts = fakeGrafana.queryBodies().map(({ from, to }) => [Number(from), Number(to)]);
  expect(starts.length).toBeGreaterThan(0);
  expect(starts.every(([from]) => from === AT_MS || from === AT_MS - 3_600_000)).toBe(true);
  expect(starts.every(([, to]) => to === END_MS)).toBe(true);
});

it('names what could not be measured when nothing answers', async () => {
  fakeGrafana.answer({ networkError: 'refused' });
  const { impacts, errors, changes, gaps } = await ask();
  expect([errors, changes]).toEqual([[], []]);
  expect(gaps.map((gap) => gap.split('.')[0])).toEqual(['failed requests', 'deploys']);
  expect(impacts[0]?.impact.gaps).toHaveLength(2);
});

it('measures nothing of services that the catalog does not know, and says so', async () => {
  const { gaps } = await ask({ affectedServices: [{ system: 'elsewhere', service: 'x' }] });
  expect(gaps).toContain('anything: the catalog knows none of the services.');
  expect(fakeGrafana.queryBodies()).toEqual([]);
});
