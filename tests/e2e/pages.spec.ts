import { expect, test } from './fixtures/test';

for (const { path, heading } of [
  { path: '/platform', heading: 'Platform' },
  { path: '/edge-tiers', heading: 'Edge tiers' },
]) {
  test(`${heading}: every panel that comes into view has data`, async ({ page, gotoPage }) => {
    await gotoPage(path);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    const cells = page.getByTestId(/^(enis|mini-market|soma-agent|accelerapp|obs-standards)-/);
    await expect(cells.first()).toBeVisible();
    for (let index = 0; index < (await cells.count()); index++) {
      const cell = cells.nth(index);
      await cell.scrollIntoViewIfNeeded();
      // Drawn, and not a message in place of a drawing.
      await expect(cell.locator('canvas, table, svg').first()).toBeAttached();
      await expect(cell.getByText(/No data|No traffic|Not configured|Data source/)).toHaveCount(0);
    }
  });
}

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
