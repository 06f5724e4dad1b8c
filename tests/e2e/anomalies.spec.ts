import type { Page } from '@playwright/test';
import { violations } from './fixtures/axe';
import { expect, test } from './fixtures/test';

/** Its provider fails for as long as the demo runs. */
const SERVICE = 'inference-service';
const OPERATION = 'POST mistral mistral-large';

const changed = (page: Page) => page.getByRole('list', { name: 'Operations that changed' }).getByRole('listitem');
const rows = (page: Page) =>
  page
    .getByRole('region', { name: 'Operations table' })
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
const found = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('checkbox') });

test.beforeEach(({ complaints }) => {
  // Nothing was stored for this user yet.
  complaints.allow(/HTTP 404: GET \S*\/user-storage\//);
});

test('from the search to an operation that fails, and from there to its traces of now and of before', async ({
  page,
  gotoPage,
}) => {
  await gotoPage('/traces', { 'var-system': 'enis' });
  await page.getByRole('tab', { name: 'Operations' }).click();
  const failing = changed(page).filter({ hasText: OPERATION });
  await expect(failing).toContainText(/Failing.*% fail.*calls, before/s);
  await expect(page.getByText('Every call, as the metrics of spans count them.')).toBeVisible();
  await expect(rows(page).first()).toContainText(/ m?s/);

  await failing.getByRole('link', { name: 'Failed traces' }).click();
  await expect(page).toHaveURL(new RegExp(`/traces\\?.*service=${SERVICE}.*tags=error`));
  await expect(page.getByText(/\d+ traces?, \d+ with errors/)).toBeVisible();
  await expect(found(page).first()).toBeVisible();

  await page.goBack();
  await failing.getByRole('link', { name: 'Traces before' }).click();
  await expect(found(page).first()).toBeVisible();
  await expect(page).not.toHaveURL(/tags=error/);

  // The same from the service's own page.
  await gotoPage(`/services/enis/${SERVICE}/operations`);
  await expect(changed(page).filter({ hasText: OPERATION })).toContainText('Failing');
});

test('the table: searched, sorted by keyboard, the same for a colleague; accessible in both themes', async ({
  page,
  gotoPage,
  openFresh,
}) => {
  await gotoPage('/traces/operations', { 'var-system': 'enis' });
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Search operations' }).fill(`${SERVICE} post`);
  await expect(page).toHaveURL(/find=inference-service/);
  await expect(rows(page).first()).toContainText(SERVICE);
  await page.getByRole('button', { name: 'Errors', exact: true }).press('Enter');
  await expect(rows(page).first()).toContainText(OPERATION);
  await expect(page.getByRole('columnheader', { name: 'Errors', exact: true })).toHaveAttribute(
    'aria-sort',
    'descending'
  );
  expect(await violations(page), 'dark').toEqual([]);

  const url = new URL(page.url());
  url.searchParams.set('theme', 'light');
  const { page: fresh } = await openFresh(url.toString());
  await expect(rows(fresh).first()).toContainText(OPERATION);
  await expect(fresh.getByRole('textbox', { name: 'Search operations' })).toHaveValue(`${SERVICE} post`);
  expect(await violations(fresh), 'light').toEqual([]);
});

test('without metrics of spans it asks for a service, and says that its traces are a sample', async ({
  page,
  gotoPage,
}) => {
  await page.route(/\/api\/ds\/query/, async (route) => {
    const { queries } = route.request().postDataJSON() as { queries: Array<{ refId: string; expr?: string }> };
    if (!queries.some(({ expr }) => expr?.includes('traces_span_metrics'))) {
      return route.fallback();
    }
    const results = Object.fromEntries(queries.map(({ refId }) => [refId, { status: 200, frames: [] }]));
    return route.fulfill({ json: { results } });
  });
  await gotoPage('/traces/operations');
  await expect(page.getByRole('status').filter({ hasText: 'Choose a service' })).toBeVisible();

  await page.getByPlaceholder('All services').fill(SERVICE);
  await page.getByRole('option', { name: SERVICE, exact: true }).click();
  await expect(page.getByText(new RegExp(`A sample: from \\d+ traces? of ${SERVICE}`))).toBeVisible();
  await expect(rows(page).filter({ hasText: OPERATION })).toBeVisible();
});
