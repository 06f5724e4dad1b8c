import { type Page } from '@playwright/test';
import { violations } from './fixtures/axe';
import { expect, test } from './fixtures/test';

const matrix = (page: Page) => page.getByRole('region', { name: 'Tiers side by side' });
const agentTypes = (page: Page) => page.getByRole('region', { name: 'Agent types, worst first' });
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** The cell of a row of the matrix under a tier's name. */
async function cellOf(page: Page, tier: string, row: string) {
  const headers = await matrix(page).getByRole('columnheader').allInnerTexts();
  const index = headers.findIndex((text) => text.includes(tier));
  return matrix(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: row, exact: true }) })
    .getByRole('cell')
    .nth(index);
}

test('from all tiers to one agent type and back: the time range stays', async ({ page, gotoPage }) => {
  await gotoPage('/edge-tiers', { from: 'now-3h', to: 'now' });
  await expect(matrix(page)).toBeVisible();
  await expect(page.getByTestId('verdict').getByRole('status')).toContainText(/tier/);

  await matrix(page).getByRole('link', { name: 'Lite', exact: true }).click();
  await expect(heading(page, 'Lite tier')).toBeVisible();
  await expect(page).toHaveURL(/\/edge-tiers\/lite\?.*from=now-3h/);
  await expect(agentTypes(page).getByRole('row')).toHaveCount(5);
  await expect(page.getByRole('region', { name: 'What changed since yesterday, worst first' })).toBeVisible();
  await page.getByTestId('enis-tier-distribution').scrollIntoViewIfNeeded();
  await expect(page.getByTestId('enis-tier-distribution').locator('canvas').first()).toBeAttached();

  await agentTypes(page).getByRole('link', { name: 'document-analysis' }).click();
  await expect(heading(page, 'document-analysis')).toBeVisible();
  await expect(page).toHaveURL(/\/edge-tiers\/lite\/document-analysis\?.*from=now-3h/);
  await page.getByTestId('part-traces').scrollIntoViewIfNeeded();
  const trace = page.getByRole('region', { name: 'Slow traces, slowest first' }).getByRole('link').first();
  await expect(trace).toHaveAttribute('href', /\/traces\/[0-9a-f]{32}\?.*from=now-3h/);
  const lines = page.getByTestId('part-logs').getByRole('link').first();
  await expect(lines).toHaveAttribute('href', /\/traces\/[0-9a-f]{32}\?.*from=now-3h/);

  // The page opened fresh is the same page.
  await page.reload();
  await expect(heading(page, 'document-analysis')).toBeVisible();
  await expect(page).toHaveURL(/from=now-3h/);
  await gotoPage('/edge-tiers/lite', { from: 'now-3h', to: 'now' });
  await expect(heading(page, 'Lite tier')).toBeVisible();
  await page.goBack();
  await expect(heading(page, 'document-analysis')).toBeVisible();
});

test('a tier that does not report is silent, and never well', async ({ page, gotoPage }) => {
  await gotoPage('/edge-tiers');
  await expect(matrix(page)).toBeVisible();
  const state = await cellOf(page, 'Airgapped', 'State');
  await expect(state).toContainText('Silent');
  await expect(state).toContainText('has not reported for');
  await expect(await cellOf(page, 'Airgapped', 'Last seen')).toContainText('ago');
  await expect(await cellOf(page, 'Airgapped', 'Duration p95')).toHaveText('–');
  const verdict = page.getByTestId('verdict').getByRole('status');
  await expect(verdict).toContainText('Airgapped tier has not reported for');

  await gotoPage('/edge-tiers/airgapped');
  await expect(page.getByTestId('tier-header')).toContainText('Silent');
  await expect(page.getByText('Counted until it fell silent')).toBeVisible();
});

test('tiers and agent types that are not there lead back; the keyboard is enough', async ({ page, gotoPage }) => {
  await gotoPage('/edge-tiers/lite/no-such-agent', { from: 'now-1h', to: 'now' });
  await expect(page.getByText('Nothing was heard of the agent type no-such-agent in the Lite tier')).toBeVisible();
  await gotoPage('/edge-tiers/purple', { from: 'now-1h', to: 'now' });
  await expect(page.getByText('The catalog has no tier purple')).toBeVisible();

  await page.getByRole('link', { name: 'All tiers' }).focus();
  await page.keyboard.press('Enter');
  await expect(matrix(page)).toBeVisible();
  await expect(page).toHaveURL(/\/edge-tiers\?.*from=now-1h/);
  // The matrix takes the focus, so that it can be scrolled; the next stop is its first tier.
  await matrix(page).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Zero', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Zero tier')).toBeVisible();
});

for (const theme of ['dark', 'light'] as const) {
  test.describe(theme, () => {
    test.use({ theme });

    test('all three pages are accessible', async ({ page, gotoPage }) => {
      await gotoPage('/edge-tiers');
      await expect(matrix(page)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await gotoPage('/edge-tiers/zero');
      await expect(agentTypes(page)).toBeVisible();
      await expect(page.getByRole('region', { name: 'What changed since yesterday, worst first' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await gotoPage('/edge-tiers/zero/data-sync');
      await expect(page.getByTestId('part-header')).toContainText('State');
      expect(await violations(page)).toEqual([]);
    });
  });
}
