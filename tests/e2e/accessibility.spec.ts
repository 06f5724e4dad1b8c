import { violations } from './fixtures/axe';
import { withoutDataSources } from './fixtures/bootData';
import { configurationUrl, expect, test } from './fixtures/test';

for (const theme of ['dark', 'light'] as const) {
  test.describe(`${theme}`, () => {
    test.use({ theme });

    test('the Executive page is accessible', async ({ page, gotoPage, executive }) => {
      await gotoPage('/executive');
      await executive.waitForData();
      expect(await violations(page)).toEqual([]);
    });

    test('what stands in place of data is accessible', async ({
      page,
      gotoPage,
      executive,
      failingSource,
      complaints,
    }) => {
      complaints.allow(/HTTP (4|5)\d\d/);
      await failingSource.stop();
      await gotoPage('/executive', { 'var-prometheus': failingSource.uid });
      await expect(executive.panel('enis-system-health')).toContainText('Data source down');
      expect(await violations(page)).toEqual([]);
    });

    test('dead ends are accessible', async ({ page, gotoPage }) => {
      await gotoPage('/nowhere');
      await expect(page.getByText('Watchkeeper has no such page')).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await withoutDataSources(page);
      await gotoPage('/executive');
      await expect(page.getByText('No Prometheus data source yet')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('the configuration is accessible', async ({ page }) => {
      await page.goto(configurationUrl({ theme }));
      await page.getByRole('textbox', { name: /Your systems/ }).fill('systems: 3');
      await expect(page.getByText('This catalog cannot be used yet')).toBeVisible();
      expect(await violations(page, '#pageContent form')).toEqual([]);
    });
  });
}
