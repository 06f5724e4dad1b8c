/** @jest-environment node */
import { fakeGrafana } from '../testing/fakeGrafana';
import { inhibitedAlerts } from './index';

jest.mock('@grafana/runtime', () => jest.requireActual('../testing/runtime'));

beforeEach(() => fakeGrafana.reset());

it('asks an Alertmanager only for the alerts that others inhibit', async () => {
  const labels = { alertname: 'ApiSlow', severity: 'warning' };
  fakeGrafana.answer({ status: 200, body: [{ labels, status: { state: 'suppressed', inhibitedBy: ['1'] } }, {}] });
  expect(await inhibitedAlerts('a/m', {})).toEqual({ ok: true, value: [labels, {}], warnings: [] });
  expect(fakeGrafana.requests.map(({ url }) => url)).toEqual([
    '/api/alertmanager/a%2Fm/api/v2/alerts?active=false&silenced=false&unprocessed=false&inhibited=true',
  ]);
});

it('says when the answer is no list', async () => {
  fakeGrafana.answer({ status: 200, body: {} });
  expect(await inhibitedAlerts('am', {})).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
});
