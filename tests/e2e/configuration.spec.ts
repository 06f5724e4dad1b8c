import { configurationUrl, expect, test } from './fixtures/test';

const BILLING = `systems:
  - id: enis
    services:
      - id: billing-desk
        name: Billing desk
        kind: application
        team: platform
        golden: { traffic: nops-kernel.traffic }
`;

test('settings with a mistake: the app opens, says where, and runs on the built-in systems', async ({
  page,
  gotoPage,
  executive,
  useSettings,
}) => {
  await useSettings({ catalog: 'systems:\n  - id: enis\n    services:\n      - id: x\n        kind: toaster\n' });
  await gotoPage('/executive');
  await expect(page.getByText('The settings have a mistake')).toBeVisible();
  await expect(page.getByText(/catalog\.systems\[0\]\.services\[0\]\.kind/)).toBeVisible();
  await executive.waitForData();
});

test('a catalog with two mistakes names their lines; corrected, it is stored', async ({ page, useSettings }) => {
  // Stores what is there, so that the fixture puts it back afterwards.
  await useSettings({});
  await page.goto(configurationUrl());
  const text = page.getByRole('textbox', { name: /Your systems/ });
  await text.fill(BILLING.replace('kind: application', 'kind: toaster').replace('team: platform', 'teem: platform'));
  await expect(page.getByText(/line 6, column \d+: systems\[0\]\.services\[0\]\.kind/)).toBeVisible();
  await expect(page.getByText(/systems\[0\]\.services\[0\]: .*"teem"/)).toBeVisible();
  const save = page.getByRole('button', { name: 'Save' });
  await expect(save).toBeDisabled();

  await text.fill(BILLING);
  await expect(page.getByText(/^Valid: 5 systems/)).toBeVisible();
  await save.click();
  await expect(text).toHaveValue(BILLING);
});

test('a service of one’s own catalog stands in the table and has a page', async ({ page, gotoPage, useSettings }) => {
  await useSettings({ catalog: BILLING });
  await gotoPage('/services');
  await page.getByRole('textbox', { name: 'Search services' }).fill('billing desk');
  await page.getByRole('link', { name: 'billing-desk' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Billing desk' })).toBeVisible();
  await expect(page.getByTestId('enis-golden-traffic')).toContainText('req/s');
});

test('the same service stands among the components of the platform when its kind says so', async ({
  page,
  gotoPage,
  useSettings,
}) => {
  await useSettings({ catalog: BILLING.replace('kind: application', 'kind: platform') });
  await gotoPage('/platform');
  const components = page.getByTestId('platform-components');
  await components.getByRole('button', { name: /^Show all \d+ components$/ }).click();
  await components.getByRole('link', { name: 'billing-desk' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Billing desk' })).toBeVisible();
});
