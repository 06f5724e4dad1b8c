import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { alertmanagerInput } from '../../../src/catalog/alertmanager';
import { builtInSystems } from '../../../src/catalog';
import { deliveries } from '../../../src/domain/alerts/routing/resolve';
import { routingTree } from '../../../src/domain/alerts/routing/tree';

// The running Alertmanager, and the webhook that stands where pagers and chats would be.

const labels = z.record(z.string(), z.string());
const activeAlerts = z.array(z.object({ labels, receivers: z.array(z.object({ name: z.string() })) }));
const notifications = z.array(
  z.object({
    receiver: z.string(),
    notification: z.object({ alerts: z.array(z.object({ labels, annotations: labels })) }),
  })
);
const state = z.object({
  servers: z.object({ alertmanager: z.object({ url: z.string() }), webhook: z.object({ url: z.string() }) }),
});
const manifest = z.object({
  incidents: z.array(
    z.object({ id: z.string(), system: z.string(), alert: z.string().optional(), endMs: z.number().nullable() })
  ),
});

function fileOf<T>(variable: string, schema: z.ZodType<T>): T {
  const file = process.env[variable];
  if (!file) {
    throw new Error(`Set ${variable}: these tests read what the stack was started with.`);
  }
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

const { servers } = fileOf('WATCHKEEPER_STATE', state);
const incidents = fileOf('WATCHKEEPER_MANIFEST', manifest).incidents;

const getJson = async (url: string): Promise<unknown> => (await fetch(url)).json();
const active = async () => activeAlerts.parse(await getJson(`${servers.alertmanager.url}/api/v2/alerts`));
const delivered = async () =>
  notifications
    .parse(await getJson(servers.webhook.url))
    .flatMap(({ receiver, notification }) => notification.alerts.map((alert) => ({ receiver, ...alert })));

/** A rule that waits for two minutes, and the pause in which a group is collected. */
const PATIENCE_MS = 240_000;
const PAUSE_MS = 3_000;

async function untilFound<T>(ask: () => Promise<T | undefined>, what: string): Promise<T> {
  const giveUpAtMs = Date.now() + PATIENCE_MS;
  while (Date.now() < giveUpAtMs) {
    const found = await ask();
    if (found !== undefined) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`${what} did not come within ${PATIENCE_MS / 1000} s`);
}

describe('a provider that has been down since before the stack was started', () => {
  const running = incidents.find(({ alert, endMs }) => alert === 'InferenceServiceProviderDown' && endMs === null);

  it('is in the history', () => {
    expect(running?.system).toBe('enis');
  });

  it.each([
    [{ alertname: 'InferenceServiceProviderDown', system: 'enis' }],
    [{ alertname: 'SloErrorBudgetBurn', system: 'enis', slo: 'inference-availability', burn: 'page-fast' }],
  ])(
    'is told to the pager of its system: %j',
    async (wanted) => {
      const found = await untilFound(
        async () =>
          (await delivered()).find((alert) =>
            Object.entries(wanted).every(([name, value]) => alert.labels[name] === value)
          ),
        JSON.stringify(wanted)
      );
      expect(found.receiver).toBe('enis-critical');
      expect(found.labels).toMatchObject({ severity: 'critical', page: 'true', team: 'inference' });
      expect(found.annotations['dashboard_url']).toMatch(/^\/a\/watchkeeper-oncall-app\//);
    },
    PATIENCE_MS + 10_000
  );
});

it('Alertmanager sends every alert where the catalog says', async () => {
  const tree = routingTree(alertmanagerInput(builtInSystems).systems);
  const alerts = await active();
  expect(alerts.length).toBeGreaterThan(0);
  for (const alert of alerts) {
    const wanted = deliveries(tree, alert.labels).map(({ receiver }) => receiver);
    expect([alert.labels, alert.receivers.map(({ name }) => name).sort()]).toEqual([alert.labels, wanted.sort()]);
  }
});
