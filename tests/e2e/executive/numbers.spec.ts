import type { APIRequestContext } from '@playwright/test';
import { call } from '../fixtures/api';
import { expect, test } from '../fixtures/test';

// Each number is counted again from Prometheus itself, past the app and past Grafana's queries.
const PROXY = '/api/datasources/proxy/uid/prometheus/api/v1';

interface Sample {
  metric: Record<string, string>;
  value: [number, string];
}

async function ask(request: APIRequestContext, query: string): Promise<Sample[]> {
  const url = `${PROXY}/query?query=${encodeURIComponent(query)}`;
  return (await call<{ data: { result: Sample[] } }>(request, 'GET', url)).data.result;
}

async function alerts(request: APIRequestContext): Promise<Array<{ labels: Record<string, string>; state: string }>> {
  type Answer = { data: { alerts: Array<{ labels: Record<string, string>; state: string }> } };
  return (await call<Answer>(request, 'GET', `${PROXY}/alerts`)).data.alerts;
}

const valueOf = (sample: Sample | undefined): number => Number(sample?.value[1]);

/** `76.4 K`, `12`, `90.9%` as numbers. */
function numberOf(text: string): number {
  const [, digits = '', suffix = ''] = /(-?[\d.]+)\s*([KM]?)/.exec(text) ?? [];
  return Number(digits) * ({ K: 1e3, M: 1e6 }[suffix] ?? 1);
}

test('the numbers are those of Prometheus', async ({ gotoPage, executive, request }) => {
  await gotoPage('/executive', { from: 'now-1h', to: 'now' });
  await executive.waitForData();

  await test.step('health is the share of targets that answer', () =>
    expect(async () => {
      const targets = (await ask(request, 'up{system="enis"}')).filter(({ metric }) =>
        /^(nops-kernel|inference-service|edge-)/.test(metric['job'] ?? '')
      );
      const up = targets.filter((target) => valueOf(target) === 1).length;
      expect(targets.length).toBeGreaterThan(0);
      const shown = executive.panel('enis-system-health').getByText(/^\d[\d.]*%?$/);
      expect(numberOf(await shown.first().innerText())).toBeCloseTo((100 * up) / targets.length, 0);
    }).toPass());

  await test.step('tenants are those of the last 24 hours, whatever the time range', () =>
    expect(async () => {
      const requests = 'sum by (tenant_id) (increase(nops_requests_total{system="enis",tenant_id!=""}[24h]))';
      const active = (await ask(request, requests)).filter((tenant) => valueOf(tenant) > 0);
      await expect(
        executive.panel('enis-active-tenants').getByText(String(active.length), { exact: true })
      ).toBeVisible();
    }).toPass());

  await test.step('executions of each tier are those of the last 24 hours', async () => {
    const executions = await ask(request, 'sum by (tier) (increase(agent_executions_total{system="enis"}[24h]))');
    expect(executions).toHaveLength(5);
    const text = await executive.panel('enis-executions-24h').innerText();
    for (const sample of executions) {
      const tier = sample.metric['tier'] ?? '';
      const shown = numberOf(text.slice(text.indexOf(tier) + tier.length));
      expect(shown / valueOf(sample), tier).toBeCloseTo(1, 1);
    }
  });

  await test.step('attainment counts the recorded events of the window', () =>
    expect(async () => {
      const window = '{system="enis",slo="edge-zero-availability"}[28d]';
      const bad = await ask(request, `sum(sum_over_time(slo:events_bad:increase5m${window}))`);
      const total = await ask(request, `sum(sum_over_time(slo:events_total:increase5m${window}))`);
      const attained = 100 * (1 - valueOf(bad[0]) / valueOf(total[0]));
      const row = executive.objectives.filter({ hasText: 'Zero tier availability' }).getByRole('cell');
      expect(numberOf(await row.nth(3).innerText())).toBeCloseTo(attained, 2);
      // The budget of this tier is 1 %, so each 0.01 % that failed costs 1 % of it.
      expect(numberOf(await row.nth(5).innerText())).toBeCloseTo(100 * (1 - (100 - attained)), 0);
    }).toPass());

  await test.step('the alerts are those that fire', () =>
    expect(async () => {
      const firing = (await alerts(request)).filter(({ state }) => state === 'firing');
      await executive.refresh.click();
      const shown = executive.firingAlerts;
      await expect(shown).toHaveCount(firing.length, { timeout: 2000 });
      for (const { labels } of firing) {
        await expect(shown.filter({ hasText: labels['alertname'] ?? '' })).not.toHaveCount(0, { timeout: 1000 });
      }
    }).toPass());
});
