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
  await ask(page, 'level:ERROR:x');
  await expect(lines(page)).toContainText('Query rejected');

  await ask(page, 'message:request*');
  await expect(page).toHaveURL(/query=message/);
  await expect(lines(page)).toContainText(/500 of (more than )?[\d,]+ lines, newest first/);
  await lines(page).getByRole('button', { name: 'Load older lines' }).click();
  await expect(lines(page)).toContainText(/(99\d|1,000) of (more than )?[\d,]+ lines/);

  await page.getByTestId('logs-facets').getByText('ERROR', { exact: true }).click();
  await expect(page).toHaveURL(/level=ERROR/);
  await expect(lines(page).getByRole('row').nth(1)).toContainText(/error/i);
  await page.getByRole('button', { name: 'Live' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/live=on/);
  await page.getByRole('button', { name: /^Recent and saved/ }).click();
  const kept = page.getByRole('list', { name: 'Recent and saved queries' });
  await kept.getByRole('button', { name: 'no_such_field:1', exact: true }).click();
  await expect(query).toHaveValue('no_such_field:1');
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
      await gotoPage('/logs', { query: 'level:ERROR', from: 'now-1h', to: 'now' });
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
