import type { Page } from '@playwright/test';
import { violations } from './fixtures/axe';
import { expect, test } from './fixtures/test';

test.beforeEach(({ complaints }) => {
  // Nothing was stored for this user yet.
  complaints.allow(/HTTP 404: GET \S*\/user-storage\//);
});

test('a view asks for its parameter, and a line of it leads to its trace', async ({ page, gotoPage }) => {
  await gotoPage('/logs', { from: 'now-3h', to: 'now-1m' });
  const views = page.getByRole('navigation', { name: 'Views' });
  await views.getByRole('link', { name: 'Errors of a job' }).click();
  await expect(page).toHaveURL(/\/logs\/mini-market\/job-errors/);
  const lines = page.getByTestId('mini-market-job-error-lines');
  await expect(lines).toContainText('Job?');
  const job = page.getByRole('textbox', { name: /Job/ });
  await job.fill('agente_deposito');
  await job.press('Enter');
  await expect(page).toHaveURL(/var-job=agente_deposito/);
  await expect(lines.getByRole('row').nth(1)).toContainText('error');
  const traces = lines.getByRole('link').filter({ hasText: /^[0-9a-f]{8}$/ });
  await traces.first().click();
  await expect(page).toHaveURL(/\/traces\/[0-9a-f]{32}/);
  await expect(page.getByRole('treeitem').first()).toBeVisible();
});

test('free Lucene: what is wrong with it, what it finds, and what was asked before', async ({
  page,
  gotoPage,
  complaints,
}) => {
  // The store rejects one of the queries, which is what is looked at.
  complaints.allow(/HTTP 400: POST \S*\/api\/ds\/query/);
  await gotoPage('/logs', { from: 'now-3h', to: 'now-1m' });
  const query = page.getByRole('textbox', { name: 'Lucene query' });
  await ask(page, 'level:(ERROR');
  await expect(page.getByRole('alert').first()).toContainText('The bracket "(" at character 7 is not closed.');
  await ask(page, 'no_such_field:1');
  await expect(lines(page)).toContainText('No log has the field no_such_field.');
  await ask(page, 'level:[ERROR');
  await expect(page.getByRole('alert').first()).toContainText('is not closed');
  // Only the store can tell what is wrong with this one: it is too long.
  await ask(page, Array.from({ length: 1100 }, () => 'message:a').join(' '));
  await expect(lines(page)).toContainText('Query rejected');
  await ask(page, 'request (completed');
  await page.getByRole('button', { name: 'Search for it as text' }).click();
  await expect(query).toHaveValue('"request (completed"');
  await expect(lines(page).getByRole('row').nth(1)).toContainText(/request.completed/i);

  await ask(page, 'message:request*');
  await expect(page).toHaveURL(/query=message/);
  await expect(lines(page)).toContainText(/500 of (more than )?[\d,]+ lines, newest first/);
  await lines(page).getByRole('button', { name: 'Load older lines' }).click();
  await expect(lines(page)).toContainText(/1,000 of (more than )?[\d,]+ lines/);
  // However many are loaded, those in view are drawn.
  expect(await lines(page).getByRole('row').count()).toBeLessThan(100);

  await page.getByTestId('logs-facets').getByText('ERROR', { exact: true }).click();
  await expect(page).toHaveURL(/level=ERROR/);
  await expect(lines(page).getByRole('row').nth(1)).toContainText(/error/i);
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText('level ERROR');
  await page.getByRole('button', { name: /^Recent and saved/ }).click();
  const kept = page.getByRole('list', { name: 'Recent and saved queries' });
  await kept.getByRole('button', { name: 'no_such_field:1', exact: true }).click();
  await expect(query).toHaveValue('no_such_field:1');
});

test('a line: its fields, a filter by one of them, a column of it, and its trace', async ({ page, gotoPage }) => {
  await gotoPage('/logs', { from: 'now-3h', to: 'now-1m', has: 'trace', 'var-system': 'soma-agent' });
  const list = page.getByRole('treegrid', { name: 'Log lines, newest first' });
  await expect(list.getByRole('row').nth(1)).toBeVisible();
  await list.press('ArrowDown');
  await list.press('Enter');
  const line = page.getByRole('region', { name: 'Log line', exact: true });
  await expect(line.getByRole('row', { name: /^span_id/ })).toBeVisible();
  await line.getByRole('button', { name: 'Show logger as a column' }).click();
  await expect(list.getByRole('columnheader', { name: 'Logger' })).toBeVisible();
  await expect(page).toHaveURL(/columns=logger/);
  await line.getByRole('button', { name: /^Only lines with service / }).click();
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText(/an? trace.*and.*service /);
  await expect(page).toHaveURL(/filter=service/);
  await list.getByRole('row').nth(1).getByRole('gridcell').first().click();
  await page.getByRole('link', { name: 'Open its trace' }).click();
  await expect(page).toHaveURL(/\/traces\/[0-9a-f]{32}/);
});

test('live: graph, counts and lines go on together, and what is gone is said', async ({ page, gotoPage }) => {
  await gotoPage('/logs', { from: 'now-40d', to: 'now', 'var-system': 'obs-standards' });
  await expect(lines(page)).toContainText(/Gone are lines of Observability Standards before \d{4}-\d\d-\d\d/);
  const asked = { graph: 0, searches: 0 };
  page.on('request', (request) => {
    asked.graph += Number(/\/api\/ds\/query/.test(request.url()));
    asked.searches += Number(/_msearch/.test(request.url()));
  });
  await page.getByRole('button', { name: 'Live' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/live=on/);
  // Lines and counts are one search each.
  await expect.poll(() => asked.graph >= 1 && asked.searches >= 2, { timeout: 20_000 }).toBe(true);
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page).not.toHaveURL(/live=on/);
});

test('says so when the store is gone, and goes on when it is back', async ({ page, gotoPage, complaints }) => {
  complaints.allow(/HTTP (4|5)\d\d/);
  const store = /\/api\/(ds\/query|datasources\/uid\/elasticsearch)/;
  await page.route(store, (route) => route.fulfill({ status: 502, json: { message: 'connect: connection refused' } }));
  await gotoPage('/logs');
  await expect(lines(page)).toContainText('Data source down');
  await page.unroute(store);
  await lines(page).getByRole('button', { name: 'Try again' }).click();
  await expect(lines(page).getByRole('row').nth(1)).toBeVisible();
});

for (const theme of ['dark', 'light'] as const) {
  test.describe(theme, () => {
    test.use({ theme });

    test('the logs are accessible', async ({ page, gotoPage }) => {
      await gotoPage('/logs', { level: 'ERROR', query: 'level:*', from: 'now-1h', to: 'now' });
      await page.getByTestId('logs-facets').getByText('WARNING', { exact: true }).click();
      await expect(page).toHaveURL(/level=ERROR&level=WARNING/);
      // The link says both.
      await page.reload();
      await expect(page.getByRole('group', { name: 'Filters' })).toContainText('level ERROR or WARNING');
      await expect(lines(page).getByRole('row').nth(1)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await gotoPage('/logs', { query: 'level:(ERROR' });
      await expect(page.getByRole('alert').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

const lines = (page: Page) => page.getByTestId('logs-lines');

async function ask(page: Page, query: string) {
  const field = page.getByRole('textbox', { name: 'Lucene query' });
  await field.fill(query);
  await field.press('Enter');
}
