import { type Page } from '@playwright/test';
import { violations } from './fixtures/axe';
import { expect, test } from './fixtures/test';

const TABS = ['Overview', 'Operations', 'Logs', 'SLOs', 'Alerts', 'Runbooks'] as const;

const rowsOf = (page: Page, table: string | RegExp) =>
  page
    .getByRole('region', { name: table })
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
const tab = (page: Page, name: (typeof TABS)[number]) => page.getByRole('tab', { name });
const header = (page: Page) => page.getByTestId('service-header');
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('executive → service → its slow traces; time range and variables come along, and back leads back', async ({
  page,
  gotoPage,
  executive,
  openFresh,
}) => {
  await gotoPage('/executive', { from: 'now-3h', to: 'now', 'var-system': 'enis' });
  await expect(executive.panel('enis-error-rate-by-service')).toBeVisible();
  await executive.openMenu('enis-error-rate-by-service');
  await page.getByRole('menuitem', { name: 'Services' }).click();

  const services = rowsOf(page, 'Services table');
  await expect(services.first()).toContainText('Critical');
  await page.getByRole('link', { name: 'inference-service' }).click();
  await expect(heading(page, 'Inference Service')).toBeVisible();
  await expect(header(page)).toContainText('Critical');

  await header(page).getByRole('link', { name: 'Slow traces' }).click();
  await expect(tab(page, 'Operations')).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'POST /api/v1/infer', exact: true }).click();
  await expect(page).toHaveURL(/operation=POST/);
  await expect(page.getByText('Slow traces of POST /api/v1/infer')).toBeVisible();
  const traces = rowsOf(page, 'Slow traces table');
  await expect(traces.first()).toContainText(/\d m?s/);

  // The same for somebody else.
  const { page: fresh } = await openFresh(page.url());
  await expect(fresh.getByText('Slow traces of POST /api/v1/infer')).toBeVisible();
  await expect(rowsOf(fresh, 'Slow traces table').first()).toContainText(/\d m?s/);

  await traces.first().getByRole('link').click();
  await expect(page).toHaveURL(/\/traces\/[0-9a-f]{16,32}\?.*from=now-3h/);
  await expect(page).toHaveURL(/var-jaeger=jaeger/);
  await page.goBack();
  await expect(page.getByText('Slow traces of POST /api/v1/infer')).toBeVisible();
  await page.goBack();
  await expect(page.getByText('Slow traces of Inference Service')).toBeVisible();
});

test('every tab of a service has its data under one header, and keeps the time range', async ({ page, gotoPage }) => {
  await gotoPage('/services/enis/inference-service', { from: 'now-2h', to: 'now' });
  const content: Record<(typeof TABS)[number], () => Promise<void>> = {
    Overview: async () => {
      await expect(page.getByTestId('enis-golden-latency')).toContainText('p99');
      const caller = page.getByRole('link', { name: /^Edge Agents/ }).first();
      await caller.scrollIntoViewIfNeeded();
      await expect(caller).toContainText(/OK|Warning|Critical/);
      await expect(caller).toHaveAttribute('href', /\/services\/enis\/edge-agents\?.*from=now-2h/);
    },
    Operations: () => expect(rowsOf(page, 'Operations table').first()).toContainText('Entry point'),
    Logs: async () => {
      await expect(page.getByTestId('logs-lines').getByRole('row').nth(1)).toContainText(/INFO|ERROR/);
      await page.getByRole('textbox', { name: 'Search the messages' }).fill('no") OR (*');
      await page.getByRole('button', { name: 'Search', exact: true }).click();
      await expect(page.getByTestId('logs-lines')).toContainText('No lines');
    },
    SLOs: () => expect(page.getByTestId('enis-objectives').getByRole('row').nth(1)).toContainText('%'),
    Alerts: () =>
      expect(rowsOf(page, /^Alert rules/).filter({ hasText: 'InferenceServiceProviderDown' })).toContainText(
        'critical'
      ),
    Runbooks: () => expect(page.getByTestId('enis-runbooks')).toContainText('Inference provider down'),
  };
  for (const name of TABS) {
    await tab(page, name).click();
    await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true');
    await expect(heading(page, 'Inference Service')).toBeVisible();
    await expect(header(page)).toContainText('Inference');
    await content[name]();
    await expect(page).toHaveURL(/from=now-2h/);
  }
});

test('the table by keyboard alone: search, chips, order, rows; a link brings it all back', async ({
  page,
  gotoPage,
  openFresh,
}) => {
  await gotoPage('/services');
  const rows = rowsOf(page, 'Services table');
  await expect(rows.first()).toBeVisible();

  await page.getByRole('button', { name: 'Mini Market', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Errors', exact: true }).press('Enter');
  await page.getByRole('textbox', { name: 'Search services' }).focus();
  await page.keyboard.type('agente');
  await expect(page.getByText('2 services', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/search=agente/);
  await expect(page).toHaveURL(/sort=-errors/);
  await expect(page).toHaveURL(/var-system=mini-market/);
  const names = await rows.getByRole('link').allInnerTexts();

  const { page: fresh } = await openFresh(page.url());
  await expect(fresh.getByText('2 services', { exact: true })).toBeVisible();
  await expect(fresh.getByRole('columnheader', { name: 'Errors' })).toHaveAttribute('aria-sort', 'descending');

  await rows.first().getByRole('link').focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1).getByRole('link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/services/mini-market/${names[1]}\\?`));
  await page.goBack();
  await expect(page.getByText('2 services', { exact: true })).toBeVisible();
});

test('without traces, without permission: the page says so and shows the rest', async ({
  page,
  gotoPage,
  complaints,
}) => {
  complaints.allow(/HTTP (403|502)/);
  const down = { status: 502, json: { message: 'dial tcp 127.0.0.1:16686: connect: connection refused' } };
  await page.route(/\/api\/datasources\/(uid|proxy)\/.*jaeger/, (route) => route.fulfill(down));
  await gotoPage('/services/enis/nops-kernel/operations');
  await expect(rowsOf(page, 'Operations table').first()).toContainText('Entry point');
  await expect(page.getByText('Data source down')).toBeVisible();

  await gotoPage('/services/mini-market/nginx/operations');
  await expect(page.getByText('No operations')).toBeVisible();
  await expect(page.getByText('The catalog gives nginx no name in traces (')).toBeVisible();
  await gotoPage('/services/mini-market/nginx/logs');
  await expect(page.getByText('The catalog does not say where nginx writes its log')).toBeVisible();

  await page.route(/\/api\/ds\/query/, (route) => route.fulfill({ status: 403, json: { message: 'Access denied' } }));
  await gotoPage('/services');
  await expect(page.getByText('No permission').first()).toBeVisible();
});

for (const theme of ['dark', 'light'] as const) {
  test.describe(theme, () => {
    test.use({ theme });

    test('table and tabs are accessible', async ({ page, gotoPage }) => {
      await gotoPage('/services');
      await expect(rowsOf(page, 'Services table').first()).toBeVisible();
      expect(await violations(page), 'table').toEqual([]);
      await gotoPage('/services/enis/inference-service');
      await page.getByText('As a list').scrollIntoViewIfNeeded();
      await page.getByText('As a list').click();
      for (const name of TABS) {
        await tab(page, name).click();
        await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true');
        await expect(page.getByText(/^Loading/)).toHaveCount(0);
        expect(await violations(page), name).toEqual([]);
      }
    });
  });
}
