import type { APIRequestContext, Page } from '@playwright/test';
import { violations } from './fixtures/axe';
import { expect, test } from './fixtures/test';

/** Of a request that goes through Kafka to three services. */
const SERVICE = 'conversation-worker';

test.beforeEach(({ complaints }) => {
  // Nothing was stored for this user yet.
  complaints.allow(/HTTP 404: GET \S*\/user-storage\//);
});

test('from the search to a trace, from a log line to its span and back, the same for a colleague', async ({
  page,
  gotoPage,
  openFresh,
}) => {
  // Lines arrive some seconds after their trace.
  await gotoPage('/traces', { from: 'now-1h', to: 'now-1m' });
  await page.getByRole('button', { name: SERVICE, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`service=${SERVICE}`));
  const row = page.getByRole('row').filter({ hasText: 'tool-executor' }).first();
  await row.getByRole('link').click();
  await expect(spans(page).first()).toBeVisible();

  const line = page.getByRole('option').filter({ hasText: 'exact' }).first();
  await line.click();
  await expect(line).toHaveAttribute('aria-selected', 'true');
  const chosen = page.getByRole('treeitem', { selected: true });
  await expect(chosen).toHaveCount(1);
  const details = page.getByRole('complementary', { name: 'Span', exact: true });
  await expect(details).toContainText('log line');

  // Another span, and from its details back to what it logged.
  const other = page.getByRole('treeitem', { name: /execute_tool .*log lines/ }).first();
  await other.click();
  await expect(other).toHaveAttribute('aria-selected', 'true');
  await details.getByRole('listitem').getByRole('button').first().click();
  await expect(page.getByRole('region', { name: 'Log line', exact: true })).toBeVisible();
  await expect(page.getByRole('option', { selected: true })).toBeVisible();

  const name = await chosen.getAttribute('aria-label');
  await expect(page).toHaveURL(/span=.*line=|line=.*span=/);
  const fresh = (await openFresh(page.url())).page;
  await expect(fresh.getByRole('treeitem', { selected: true })).toHaveAttribute('aria-label', name ?? '');
  await expect(fresh.getByRole('region', { name: 'Log line', exact: true })).toBeVisible();
});

test('a trace with the keyboard, from an id in a pasted line', async ({ page, gotoPage, request }) => {
  const traceId = await traceOf(request);
  await gotoPage('/traces');
  await page.getByRole('textbox', { name: 'Trace id' }).fill(`ERROR trace_id="${traceId.toUpperCase()}" boom`);
  await page.getByRole('textbox', { name: 'Trace id' }).press('Enter');
  await expect(spans(page).first()).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/traces/${traceId}`));

  const all = await spans(page).count();
  await page.getByRole('tree', { name: 'Spans' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(spans(page)).toHaveCount(1);
  await page.keyboard.press('ArrowRight');
  await expect(spans(page)).toHaveCount(all);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(spans(page).nth(1)).toHaveAttribute('aria-selected', 'true');

  await page.getByRole('tab', { name: 'Statistics' }).click();
  await expect(page.getByRole('columnheader', { name: 'Critical path' })).toBeVisible();
  await page.getByRole('tab', { name: 'Flame graph' }).click();
  await expect(page.getByRole('group', { name: 'Flame graph' }).getByRole('button').first()).toBeVisible();
});

test('one half of a trace works without the other', async ({ page, gotoPage, request, complaints }) => {
  complaints.allow(/HTTP (4|5)\d\d/);
  const traceId = await traceOf(request);
  await takeAway(page, 'elasticsearch');
  await gotoPage(`/traces/${traceId}`);
  await expect(spans(page).first()).toBeVisible();
  const logs = page.getByRole('region', { name: 'Log lines', exact: true });
  await expect(logs).toContainText('Logs: Data source down');
  await page.unroute(QUERIES);
  await logs.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('option').first()).toBeVisible();

  await takeAway(page, 'jaeger');
  await gotoPage(`/traces/${traceId}`, { from: 'now-3h', to: 'now' });
  await expect(page.getByText('No trace: Data source down')).toBeVisible();
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.unroute(QUERIES);

  await gotoPage(`/traces/${'f'.repeat(32)}`);
  await expect(page.getByText('Trace not found')).toBeVisible();
  await expect(page.getByText('Nothing was logged')).toBeVisible();
});

for (const theme of ['dark', 'light'] as const) {
  test.describe(theme, () => {
    test.use({ theme });

    test('search and trace are accessible', async ({ page, gotoPage, request }) => {
      await gotoPage('/traces', { service: SERVICE, from: 'now-1h', to: 'now' });
      await expect(page.getByRole('row').nth(1)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await gotoPage(`/traces/${await traceOf(request)}`);
      await expect(page.getByRole('option').first()).toBeVisible();
      await spans(page).first().click();
      await expect(page.getByRole('complementary', { name: 'Span', exact: true })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}

const QUERIES = /\/api\/ds\/query/;

function spans(page: Page) {
  return page.getByRole('treeitem');
}

/** A trace of all three services that is at least a minute old, from the trace store itself. */
async function traceOf(request: APIRequestContext): Promise<string> {
  const startUs = (Date.now() - 46 * 60_000) * 1000;
  const answer = await request.get(
    `/api/datasources/proxy/uid/jaeger/api/traces?service=${SERVICE}&limit=50&start=${startUs}&end=${startUs + 45 * 60 * 1_000_000}`
  );
  const { data } = (await answer.json()) as { data: Array<{ traceID: string; spans: unknown[] }> };
  const [largest] = data.sort((a, b) => b.spans.length - a.spans.length);
  expect(largest).toBeDefined();
  return largest?.traceID ?? '';
}

/** Queries to data sources of this type fail as when their server is gone. */
async function takeAway(page: Page, type: string): Promise<void> {
  await page.route(QUERIES, (route) => {
    const { queries } = route.request().postDataJSON() as { queries: Array<{ datasource: { type: string } }> };
    return queries.some(({ datasource }) => datasource.type === type)
      ? route.fulfill({ status: 502, json: { message: 'connect: connection refused' } })
      : route.continue();
  });
}
