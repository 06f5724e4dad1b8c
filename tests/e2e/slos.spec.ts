import { readFile } from 'node:fs/promises';
import { violations } from './fixtures/axe';
import { expect, test } from './fixtures/test';

test('objectives: from the list to the one that burns, and which pair of windows fires', async ({ page, gotoPage }) => {
  await gotoPage('/slos', { from: 'now-6h', to: 'now' });
  const table = page.getByRole('region', { name: /^Objectives, what runs out first/ });
  const burning = table.getByRole('row').filter({ has: page.locator('[title^="Firing."]') });
  await expect(burning.first()).toBeVisible();
  const link = burning.first().getByRole('link');
  const title = await link.innerText();
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page).toHaveURL(/\/slos\/[^/?]+\/[^/?]+\?.*from=now-6h/);
  const tiers = page.getByRole('region', { name: 'Tiers, fastest first' });
  await expect(tiers).toContainText(/The pair \w+ and \w+ fires \((page|ticket)\)\. Both windows are over/);
  await expect(tiers.getByRole('row').filter({ hasText: 'Firing' }).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Slow traces' })).toHaveAttribute('href', /\/services\/.+\/operations/);
  // It is drawn when it comes into view.
  await page.getByTestId('slo-what-if').scrollIntoViewIfNeeded();
  await page.getByRole('slider', { name: 'Target' }).fill('5');
  await expect(page.getByText('Target 99.999 %')).toBeVisible();
  await page.getByRole('button', { name: 'Back to the objective' }).click();
  await expect(page.getByText('Target 99.999 %')).toHaveCount(0);
});

test('objectives: search and groups stay in the URL', async ({ page, gotoPage }) => {
  await gotoPage('/slos');
  await page.getByRole('textbox', { name: 'Search objectives' }).fill('enis enterprise');
  await expect(page.getByText('1 objective', { exact: true })).toBeVisible();
  await expect(page).toHaveURL(/search=enis(\+|%20)enterprise/);
  await gotoPage('/slos', { group: 'system', search: 'tier availability' });
  const heading = page.getByRole('rowheader', { name: /^ENIS/ });
  await expect(heading).toContainText('5 objectives');
});

test('report: a month can be read and taken away', async ({ page, gotoPage }) => {
  await gotoPage('/slos/report');
  const report = page.getByRole('article', { name: /^Report of/ });
  await expect(report.getByRole('region', { name: 'Agreements with customers' }).getByRole('table')).toContainText(
    'Enterprise'
  );
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    report.getByRole('button', { name: 'CSV' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  const [head, ...lines] = csv.trim().split('\r\n');
  expect(head).toContain('objective,target,state,attained_ratio');
  const shown = await report.getByRole('region', { name: 'Objectives of the month' }).getByRole('row').count();
  // The table has a row of headings, as the file has a line of them.
  expect(lines).toHaveLength(shown - 1);
  const [markdown] = await Promise.all([
    page.waitForEvent('download'),
    report.getByRole('button', { name: 'Markdown' }).click(),
  ]);
  expect(await readFile(await markdown.path(), 'utf8')).toMatch(/^# Service level report, /);
});

for (const theme of ['dark', 'light'] as const) {
  test.describe(theme, () => {
    test.use({ theme });

    test('the pages about objectives are accessible', async ({ page, gotoPage }) => {
      await gotoPage('/slos');
      await expect(
        page
          .getByRole('region', { name: /^Objectives, what/ })
          .getByRole('row')
          .nth(3)
      ).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await gotoPage('/slos/enis/nops-kernel-availability');
      await expect(page.getByRole('region', { name: 'Tiers, fastest first' })).toContainText('Ticket');
      await page.getByTestId('slo-what-if').scrollIntoViewIfNeeded();
      await expect(page.getByRole('slider', { name: 'Target' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await gotoPage('/slos/report');
      await expect(page.getByRole('article', { name: /^Report of/ })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}
