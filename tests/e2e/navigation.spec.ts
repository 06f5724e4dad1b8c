import { type Page } from '@playwright/test';
import { expect, test } from './fixtures/test';

test('a path that leads nowhere leads back, and keeps the time range', async ({ page, gotoPage, executive }) => {
  await gotoPage('/nowhere', { from: 'now-1h', to: 'now' });
  await expect(page.getByText('Watchkeeper has no such page')).toBeVisible();
  await page.getByRole('link', { name: 'Open the Executive page' }).click();
  await expect(executive.heading).toBeVisible();
  await expect(executive.timePicker).toHaveText('Last 1 hour');
});

test('a page that cannot be drawn takes nothing else down', async ({ page, gotoPage, executive, complaints }) => {
  complaints.allow(/sabotage/);
  // Breaks how the list of objectives writes its numbers, and nothing else of the page or the host.
  await page.addInitScript(() => {
    const toFixed = Number.prototype.toFixed;
    Number.prototype.toFixed = function (digits) {
      const isSabotaged = Boolean(Reflect.get(window, 'sabotage'));
      if (isSabotaged && digits === 3 && new Error().stack?.includes('/watchkeeper-oncall-app/')) {
        throw new Error('sabotage');
      }
      return toFixed.call(this, digits);
    };
    Reflect.set(window, 'sabotage', true);
  });
  await gotoPage('/executive');
  await scrollUntilItBreaks(page);
  await expect(page.getByText('The error was: sabotage')).toBeVisible();
  await expect(page.getByRole('navigation').first()).toBeVisible();

  // Other pages work, and so does this one once its cause is gone.
  await gotoPage('/boards');
  await expect(page.getByRole('heading', { level: 1, name: 'Boards' })).toBeVisible();
  await gotoPage('/executive');
  await scrollUntilItBreaks(page);
  await page.evaluate(() => Reflect.set(window, 'sabotage', false));
  await page.getByRole('button', { name: 'Try again' }).click();
  await executive.waitForData();
});

/** The broken panel draws itself as soon as it comes near the window, and takes the page with it: there is nothing to scroll to. */
async function scrollUntilItBreaks(page: Page) {
  await page.mouse.move(600, 400);
  await expect(async () => {
    await page.mouse.wheel(0, 300);
    await expect(page.getByText('This page could not be drawn')).toBeVisible({ timeout: 500 });
  }).toPass();
}
