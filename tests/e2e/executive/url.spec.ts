import { SECOND_SOURCE, withSecondSource } from '../fixtures/bootData';
import { expect, test } from '../fixtures/test';

const parameter = (url: string, name: string) => new URL(url).searchParams.get(name);

test('time range and data source stay through reload, links and the back button', async ({
  page,
  gotoPage,
  executive,
}) => {
  const askedOfSecond = await withSecondSource(page);
  await gotoPage('/executive');
  await executive.waitForData();
  expect(askedOfSecond).toHaveLength(0);

  await executive.chooseTimeRange('Last 1 hour');
  await executive.dataSource.click();
  await page.getByRole('option', { name: SECOND_SOURCE.name }).click();

  const expectChoice = async (path: RegExp) => {
    await expect(page).toHaveURL(path);
    await expect(executive.timePicker).toHaveText('Last 1 hour');
    await expect.poll(() => parameter(page.url(), 'from')).toBe('now-1h');
    await expect.poll(() => parameter(page.url(), 'var-prometheus')).toBe(SECOND_SOURCE.uid);
  };
  await expectChoice(/\/executive\?/);
  await expect.poll(() => askedOfSecond.length).toBeGreaterThan(0);

  await page.reload();
  await executive.waitForData();
  await expectChoice(/\/executive\?/);
  await expect(executive.main.getByText(SECOND_SOURCE.name)).toBeVisible();

  await executive.openMenu('enis-system-health');
  await page.getByRole('menuitem', { name: 'Services' }).click();
  await expectChoice(/\/services\?/);

  await page.goBack();
  await executive.waitForData();
  await expectChoice(/\/executive\?/);
});

test('the back button takes back a time range', async ({ page, gotoPage, executive }) => {
  await gotoPage('/executive', { from: 'now-3h', to: 'now' });
  await expect(executive.timePicker).toHaveText('Last 3 hours');
  await executive.chooseTimeRange('Last 1 hour');
  await expect(executive.timePicker).toHaveText('Last 1 hour');
  await page.goBack();
  await expect(executive.timePicker).toHaveText('Last 3 hours');
  await expect(page).toHaveURL(/from=now-3h/);
});

test('a link shows its reader what its sender sees', async ({ page, gotoPage, executive, openFresh }) => {
  // An hour that is over: both see the same numbers.
  const to = Date.now() - 10 * 60_000;
  await gotoPage('/executive', { from: String(to - 3_600_000), to: String(to) });
  await executive.waitForData();
  const legend = () => executive.series('enis-error-rate-by-service').allInnerTexts();
  const seen = { range: await executive.timePicker.innerText(), errorRates: await legend() };

  const reader = await openFresh(page.url());
  await reader.waitForData();
  await expect(reader.timePicker).toHaveText(seen.range);
  await expect.poll(() => reader.series('enis-error-rate-by-service').allInnerTexts()).toEqual(seen.errorRates);
});

test("the app's root keeps what a link says", async ({ page, gotoPage, executive }) => {
  await gotoPage('', { from: 'now-1h', to: 'now', 'var-prometheus': 'prometheus' });
  await expect(page).toHaveURL(/\/home\?/);
  await expect(executive.timePicker).toHaveText('Last 1 hour');
});
