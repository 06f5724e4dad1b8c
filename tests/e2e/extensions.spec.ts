import { type Page } from '@playwright/test';
import { call } from './fixtures/api';
import { APP_ID } from './fixtures/host';
import { expect, test } from './fixtures/test';

const TIME_RANGE = { from: 'now-1h', to: 'now' };
const ORDERS = {
  refId: 'A',
  datasource: { type: 'prometheus', uid: 'prometheus' },
  expr: 'up{service="order-service"}',
};

/** The answer to a search for traces: the first column has their ids. */
interface Found {
  results: { A: { frames: Array<{ data: { values: string[][] } }> } };
}

/** Where the links lead with what Grafana 12.2 hands them; src/extensions/links.test.ts holds these addresses. */
const LANDINGS: ReadonlyArray<[from: string, path: string, heading: string]> = [
  ['an alert’s instance', '/alerts/HighErrorRate?label-system=obs-standards', 'HighErrorRate'],
  ['a rule', '/alerts/NothingReports?label-severity=critical', 'NothingReports'],
  ['a panel', '/services?from=now-1h&to=now&search=order-service', 'Services'],
  ['lines in Explore', '/logs?from=now-1h&to=now&query=level%3AERROR', 'Logs'],
];

for (const [from, path, heading] of LANDINGS) {
  test(`the link of ${from} leads to a page of its own`, async ({ page }) => {
    await page.goto(`/a/${APP_ID}${path}`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    await expect(page.getByText('Watchkeeper has no such page')).toHaveCount(0);
  });
}

// The preview host has none of Grafana's own pages: what stands in their menus shows only in a Grafana.
test.describe('in Grafana’s own pages', { tag: '@grafana-only' }, () => {
  // They complain by themselves; what the app's pages complain about, other tests say.
  test.beforeEach(({ complaints }) => complaints.allow(/./));

  test('a rule that names the app as its origin leads to its alert', async ({ page }) => {
    await page.goto('/alerting/grafana/watchkeeper-nothing-reports/view');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Watchkeeper: what now?' }).click();
    await expect(page).toHaveURL(/\/alerts\/NothingReports\?.*label-severity=critical/);
    await expect(page.getByRole('heading', { level: 1, name: 'NothingReports' })).toBeVisible();
  });

  test('an instance of an alert leads to its page with its labels', async ({ page }) => {
    await page.goto('/alerting/grafana/watchkeeper-nothing-reports/view?tab=instances');
    await page.getByRole('button', { name: 'Actions' }).first().click();
    await page.getByRole('menuitem', { name: 'Watchkeeper: what now?' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    await expect(page).toHaveURL(/\/alerts\/NothingReports\?.*label-system=/);
  });

  test('a panel’s menu and Explore lead to the service of their query', async ({ page, request }) => {
    const uid = 'watchkeeper-e2e';
    const panel = { id: 1, type: 'timeseries', title: 'Orders', gridPos: { x: 0, y: 0, w: 12, h: 8 } };
    const dashboard = { uid, title: 'Watchkeeper e2e', schemaVersion: 41, time: TIME_RANGE };
    await call(request, 'POST', '/api/dashboards/db', {
      dashboard: { ...dashboard, panels: [{ ...panel, datasource: ORDERS.datasource, targets: [ORDERS] }] },
      overwrite: true,
    });
    try {
      await page.goto(`/d/${uid}`);
      await page.getByRole('heading', { name: 'Orders' }).hover();
      await page.getByRole('button', { name: /Menu for panel/ }).click();
      await page.getByRole('menuitem', { name: 'Extensions' }).hover();
      await expect(page.getByRole('menuitem', { name: 'Watchkeeper: on call' })).toHaveAttribute(
        'href',
        /\/services\?from=now-1h&to=now&search=order-service/
      );
    } finally {
      await call(request, 'DELETE', `/api/dashboards/uid/${uid}`);
    }
    await explore(page, ORDERS);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Watchkeeper: on call' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
    await expect(page).toHaveURL(/\/services\?.*search=order-service/);
  });

  test('a trace leads to itself with its lines', async ({ page, request }) => {
    const datasource = { type: 'jaeger', uid: 'jaeger' };
    const search = { refId: 'A', datasource, queryType: 'search', service: 'order-service', limit: 1 };
    const { results } = await call<Found>(request, 'POST', '/api/ds/query', { queries: [search], ...TIME_RANGE });
    const trace = results.A.frames[0]?.data.values[0]?.[0] ?? '';
    await explore(page, { refId: 'A', datasource, query: trace });
    // Grafana opens it beside itself.
    const beside = page.waitForEvent('popup');
    await page.getByRole('button', { name: 'Watchkeeper: trace with its logs' }).click();
    const opened = await beside;
    await expect(opened).toHaveURL(new RegExp(`/traces/${trace}`));
    await expect(opened.getByRole('treeitem').first()).toBeVisible();
  });

  test('the command palette knows the pages', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'Search...' }).click();
    await page.getByPlaceholder(/^Search or jump to/).fill('Watchkeeper: Run');
    await page.getByRole('option', { name: 'Watchkeeper: Runbooks' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Runbooks' })).toBeVisible();
  });
});

async function explore(
  page: Page,
  query: { refId: string; datasource: { type: string; uid: string }; [key: string]: unknown }
) {
  const pane = { datasource: query.datasource.uid, queries: [query], range: TIME_RANGE };
  const panes = encodeURIComponent(JSON.stringify({ one: pane }));
  await page.goto(`/explore?schemaVersion=1&orgId=1&panes=${panes}`);
}
