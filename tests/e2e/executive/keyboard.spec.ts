import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';

/** Accessible name of what has the focus, as far as the page gives it one. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return (
      element?.getAttribute('aria-label') ??
      element?.getAttribute('data-testid') ??
      element?.textContent ??
      ''
    ).trim();
  });
}

/** Presses Tab until the focus is on `name`; fails with what it came by when it never is. */
async function tabTo(page: Page, name: RegExp, most = 60): Promise<void> {
  const passed: string[] = [];
  for (let count = 0; count < most; count++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (name.test(now)) {
      return;
    }
    passed.push(now);
  }
  throw new Error(`Tab does not reach ${name}. It came by:\n${passed.join('\n')}`);
}

test('everything is within reach of the keyboard', async ({ page, gotoPage, executive }) => {
  await gotoPage('/executive');
  await executive.waitForData();
  // From the start of the page; before it come the menus of the host.
  await executive.heading.evaluate((heading) => {
    heading.tabIndex = -1;
    heading.focus();
  });

  await test.step('time picker', async () => {
    await tabTo(page, /^Time range selected/);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Last 1 hour', { exact: true })).toBeVisible();
    // Into the picker, and back out of it to where one was.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(page.getByText('Last 1 hour', { exact: true })).toBeHidden();
    await expect(executive.timePicker).toBeFocused();
  });

  await test.step('refresh', async () => {
    await tabTo(page, /^Refresh$/);
    const asked = page.waitForRequest(/\/api\/ds\/query/);
    await page.keyboard.press('Enter');
    await asked;
  });

  await test.step('menu of a panel', async () => {
    await tabTo(page, /^Menu for panel System health/);
    await page.keyboard.press('Enter');
    const focus = page.locator(':focus');
    await expect(focus).toContainText('Services');
    if ((await focus.getAttribute('role')) !== 'menuitem') {
      // Grafana 13 puts the focus on the menu, 12 on its first item.
      await page.keyboard.press('Tab');
    }
    await expect(page.getByRole('menuitem', { name: 'Services' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem').nth(1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/services/);
    await page.goBack();
    await executive.waitForData();
  });

  await test.step('objectives', async () => {
    const list = executive.main.getByRole('region', { name: 'Objectives, worst first' });
    await tabTo(page, /^Objectives, worst first$/, 200);
    await expect(list).toBeFocused();
    await page.keyboard.press('End');
    await expect.poll(() => list.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
    await expect(executive.objectives.last()).toBeInViewport();
  });
});
