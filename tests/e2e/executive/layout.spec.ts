import type { Page } from '@playwright/test';
import { layoutFaults } from '../fixtures/layout';
import { expect, test } from '../fixtures/test';

/** Brightness of what is behind the page, 0..255. */
function backgroundBrightness(page: Page): Promise<number> {
  return page.locator('#pageContent').evaluate((main) => {
    let element: Element | null = main;
    while (element) {
      const [red = 0, green = 0, blue = 0, alpha = 1] =
        getComputedStyle(element)
          .backgroundColor.match(/[\d.]+/g)
          ?.map(Number) ?? [];
      if (alpha > 0) {
        return (red + green + blue) / 3;
      }
      element = element.parentElement;
    }
    return 255;
  });
}

for (const theme of ['dark', 'light'] as const) {
  test.describe(`${theme}`, () => {
    test.use({ theme });

    test('the page fits: nothing overlaps, is cut off or has to be scrolled sideways', async ({
      page,
      gotoPage,
      executive,
    }) => {
      await gotoPage('/executive');
      await executive.waitForData();
      const brightness = await backgroundBrightness(page);
      expect(brightness > 128 ? 'light' : 'dark').toBe(theme);
      for (const width of [1440, 1024]) {
        await page.setViewportSize({ width, height: 900 });
        // Panels settle after the window changed.
        await expect.poll(() => layoutFaults(page), { message: `${width} px wide` }).toEqual([]);
      }
    });
  });
}

test('kiosk: the page alone, as wide as the screen', async ({ page, gotoPage, executive }) => {
  await gotoPage('/executive', { kiosk: '1' });
  await expect(executive.panel('enis-system-health')).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await expect
    .poll(() => executive.panels.evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().right))))
    .toBeGreaterThan(1440 - 60);
  await expect(page).toHaveURL(/kiosk/);
});
