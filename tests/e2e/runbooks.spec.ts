import { violations } from './fixtures/axe';
import { expect, test } from './fixtures/test';

// An incident of the demo that goes on: the provider "mistral" refuses every request.
const RUNBOOK = '/runbooks/enis/inference-provider-down';
const ALERT = { alert: 'InferenceServiceProviderDown', 'label-provider': 'mistral' };

test('from the list to the cause: the checks run, name the provider and say what to do', async ({ page, gotoPage }) => {
  await gotoPage('/runbooks');
  await page.getByRole('textbox', { name: 'Search runbooks' }).fill('InferenceServiceProviderDown');
  await expect(page.getByText('1 runbook', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'Inference provider down' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Inference provider down' })).toBeVisible();

  // By keyboard, as everything else.
  await page.getByRole('button', { name: 'Run all checks' }).focus();
  await page.keyboard.press('Enter');
  const finding = page.getByRole('status', { name: 'Finding' });
  await expect(finding).toContainText('Errors by provider (mistral)');
  await expect(page.getByRole('button', { name: 'Run all checks' })).toBeVisible();
  const step = page.getByRole('article', { name: /Which provider/ });
  await expect(step).toContainText(/Abnormal.*mistral.*abnormal above 5/s);
  await expect(page.getByRole('article', { name: /Does it reach the users/ })).toContainText(/Normal|Abnormal/);
  await expect(finding.getByRole('link', { name: 'Send its traffic elsewhere' })).toHaveAttribute(
    'href',
    '#step-reroute'
  );
  const traces = page.getByRole('article', { name: /What does the provider answer/ });
  await expect(traces.getByRole('link', { name: /^\d\d:\d\d:\d\d$/ }).first()).toHaveAttribute(
    'href',
    /\/traces\/[0-9a-f]+/
  );
});

test('a link from an alert runs the checks at once, and the finding leads to the step', async ({ page, gotoPage }) => {
  await gotoPage(RUNBOOK, { ...ALERT, run: '1' });
  const finding = page.getByRole('status', { name: 'Finding' });
  await expect(finding).toContainText('Errors by provider (mistral): 100%');
  // Whoever gets this address later is shown the findings because the runbook was run.
  await expect(page).toHaveURL(/progress=/);
  await expect(page).not.toHaveURL(/[?&]run=/);
  await finding.getByRole('link', { name: 'Send its traffic elsewhere' }).click();
  const step = page.getByRole('article', { name: /Send its traffic elsewhere/ });
  await expect(step).toBeFocused();
  await expect(step).toBeInViewport();
});

test('what one does is seen by a colleague who opens the link', async ({ page, gotoPage, openFresh }) => {
  await gotoPage(RUNBOOK, ALERT);
  await page.getByRole('button', { name: 'Run all checks' }).click();
  await expect(page.getByText(/All checks ran/)).toBeVisible();
  // A Grafana remembers what an earlier run of this test did.
  const note = `Called the provider **twice** <b>now</b> ${Date.now()}`;
  await page.getByRole('textbox', { name: 'Note' }).fill(note);
  await page.getByRole('button', { name: 'Add to the timeline' }).click();
  const done = page.getByRole('checkbox', { name: 'Done: Send its traffic elsewhere' });
  await done.uncheck({ force: true });
  await done.focus();
  await page.keyboard.press('Space');
  await expect(done).toBeChecked();
  await expect(page).toHaveURL(/progress=/);

  const { page: colleague } = await openFresh(page.url());
  await expect(colleague.getByText(note)).toBeVisible();
  await expect(colleague.getByRole('checkbox', { name: 'Done: Send its traffic elsewhere' })).toBeChecked();
  await expect(colleague.getByRole('status', { name: 'Finding' })).toContainText('Errors by provider (mistral)');
});

test('the values of labels are text: in Markdown, in commands and in queries', async ({ page, gotoPage }) => {
  const hostile = `<img src=x onerror="document.title='stolen'"> [x](javascript:alert(1)) $(reboot) "} or vector(1)`;
  await gotoPage(RUNBOOK, { ...ALERT, 'label-provider': hostile });
  const step = page.getByRole('article', { name: /Send its traffic elsewhere/ });
  await expect(step).toContainText(`Take ${hostile} out of the routing`);
  await expect(step.getByRole('img')).toHaveCount(0);
  await expect(step.getByRole('link')).toHaveCount(0);
  await expect(step.getByRole('region', { name: 'Command' })).toContainText(`DISABLED_PROVIDERS='<img src=x`);
  await page.getByRole('button', { name: 'Run all checks' }).click();
  await expect(page.getByRole('article', { name: /Is it still so/ })).toContainText('No data');
  await expect(page.getByRole('heading', { level: 1, name: 'Inference provider down' })).toBeVisible();
});

test('a data source that is gone leaves the rest of the runbook of use', async ({
  page,
  gotoPage,
  failingSource,
  complaints,
}) => {
  complaints.allow(/HTTP (4|5)\d\d/);
  await failingSource.stop();
  await gotoPage(RUNBOOK, { ...ALERT, 'var-prometheus': failingSource.uid });
  await page.getByRole('button', { name: 'Run all checks' }).click();
  await expect(page.getByRole('article', { name: /Is it still so/ })).toContainText('Failed');
  await expect(page.getByRole('article', { name: /What does the provider answer/ })).toContainText(
    /Abnormal.*lines in 15m/s
  );
  await expect(page.getByRole('button', { name: 'Copy', exact: true }).first()).toBeVisible();
});

for (const theme of ['dark', 'light'] as const) {
  test.describe(theme, () => {
    test.use({ theme });

    test('list and runbook are accessible', async ({ page, gotoPage }) => {
      await gotoPage('/runbooks');
      await expect(page.getByRole('link', { name: 'Inference provider down' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await gotoPage(RUNBOOK, ALERT);
      await page.getByRole('button', { name: 'Run all checks' }).click();
      await expect(page.getByText(/All checks ran/)).toBeVisible();
      // Grafana's own colours of a button under the mouse, or with the focus, have too little contrast.
      await page.mouse.move(0, 0);
      await page.getByRole('button', { name: 'Run all checks' }).blur();
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
      expect(await violations(page)).toEqual([]);
    });
  });
}
