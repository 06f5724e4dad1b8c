import { expect, test } from './fixtures/test';

test('Platform: the components first, worst on top; then a panel with data in every row', async ({
  page,
  gotoPage,
}) => {
  await gotoPage('/platform');
  await expect(page.getByRole('heading', { level: 1, name: 'Platform' })).toBeVisible();
  const components = page.getByTestId('platform-components');
  await expect(components).toContainText(/\d+ of \d+ components need a look: inference-service/);
  await expect(components.getByRole('row').nth(1)).toContainText('Critical');
  await components.getByRole('button', { name: /^Show all \d+ components$/ }).click();
  for (const name of [
    'nops-kernel',
    'kafka',
    'redis',
    'postgres',
    'ml_service',
    'prometheus',
    'elasticsearch',
    'jaeger',
  ]) {
    await expect(components.getByRole('link', { name, exact: true }).first()).toBeVisible();
  }
  const rows = page
    .locator('section')
    .filter({ has: page.getByTestId(/^(enis|mini-market|soma-agent|accelerapp|obs-standards)-/) });
  for (let index = 0; index < (await rows.count()); index++) {
    const cell = rows
      .nth(index)
      .getByTestId(/^(enis|mini-market|soma-agent|accelerapp|obs-standards)-/)
      .first();
    await cell.scrollIntoViewIfNeeded();
    // Drawn, and not a message in place of a drawing.
    await expect(cell.locator('canvas, table, svg').first()).toBeAttached();
    await expect(cell.getByText(/No data|No traffic|Not configured|Data source/)).toHaveCount(0);
  }
});

test('log analysis: errors and slow requests at once, one user only when somebody types an id', async ({
  page,
  gotoPage,
}) => {
  await gotoPage('/boards/obs-standards/log-analysis');
  await expect(page.getByTestId('obs-standards-error-logs')).toContainText('order-service');
  const slow = page.getByTestId('obs-standards-slow-requests');
  await slow.scrollIntoViewIfNeeded();
  await expect(slow.getByRole('link').first()).toHaveAttribute('href', /\/traces\/[0-9a-f]{32}/);
  const lines = page.getByTestId('obs-standards-user-lines');
  await lines.scrollIntoViewIfNeeded();
  await expect(lines).toContainText('User id?');
  await page.getByRole('textbox', { name: /User id/ }).fill('10007');
  await page.getByRole('textbox', { name: /User id/ }).press('Enter');
  // The field is far above the panel, and a panel out of view asks nothing.
  await lines.scrollIntoViewIfNeeded();
  await expect(lines.getByRole('row').nth(1)).toBeVisible();
  await expect(page).toHaveURL(/var-user=10007/);
});

test('services: the worst first, found by a word, and one click to its page', async ({ page, gotoPage }) => {
  await gotoPage('/services', { from: 'now-3h', to: 'now' });
  const rows = page.getByTestId('services-overview').getByRole('row');
  await expect(rows.filter({ hasText: 'inference-service' })).toContainText('Critical');
  await expect(rows.nth(1)).toContainText('Critical');
  await page.getByRole('textbox', { name: 'Search services' }).fill('enis inference');
  await expect(page.getByText('1 service', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'inference-service' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Inference Service' })).toBeVisible();
  await expect(page).toHaveURL(/from=now-3h/);
  await expect(page.getByTestId('enis-alerts')).toContainText('InferenceServiceProviderDown');
});

test('boards: every board of a system is one click away', async ({ page, gotoPage }) => {
  await gotoPage('/boards');
  await page.getByRole('link', { name: 'Mini Market business KPIs' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mini Market business KPIs' })).toBeVisible();
  await expect(page.getByTestId('mini-market-products-per-hour').getByRole('row').nth(1)).toBeVisible();
});
