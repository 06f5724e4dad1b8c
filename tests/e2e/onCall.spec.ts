import { violations } from './fixtures/axe';
import { expect, test } from './fixtures/test';

const PROVIDER_DOWN = 'Inference provider mistral is down';
/** The scripted outage goes on all the time, and fires this long after the stack was started. */
const FIRES_WITHIN_MS = 240_000;

interface Rules {
  data: { groups: Array<{ rules: Array<{ name: string; state: string }> }> };
}

test.beforeEach(async ({ request }) => {
  test.setTimeout(60_000 + FIRES_WITHIN_MS);
  await expect(async () => {
    const { data } = (await (await request.get('/api/prometheus/prometheus/api/v1/rules')).json()) as Rules;
    const rules = data.groups.flatMap((group) => group.rules);
    expect(rules.find(({ name }) => name === 'InferenceServiceProviderDown')?.state).toBe('firing');
  }).toPass({ timeout: FIRES_WITHIN_MS, intervals: [5_000] });
});

test('from what fires to its incident, with a summary to share', async ({ page, gotoPage, openFresh }) => {
  await gotoPage();
  await expect(page).toHaveURL(/\/a\/watchkeeper-oncall-app\/home\?/);
  const group = page.getByTestId('alert-group').filter({ hasText: PROVIDER_DOWN });
  await expect(group).toContainText('critical');
  await expect(page).toHaveTitle(/^\(\d+\) /);
  await expect(group.getByRole('link', { name: 'Run the runbook' })).toHaveAttribute(
    'href',
    /\/runbooks\/enis\/inference-provider-down\?.*label-provider=mistral/
  );

  await group.getByRole('link', { name: PROVIDER_DOWN }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'InferenceServiceProviderDown' })).toBeVisible();
  await expect(page.getByText('Firing', { exact: true })).toBeVisible();
  await expect(page.getByTestId('alert-condition').locator('canvas').first()).toBeVisible();

  await page.getByRole('link', { name: 'Incident', exact: true }).click();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline).toContainText('InferenceServiceProviderDown fires');
  await page.getByLabel('Note for the timeline').fill('mistral says *outage* on its status page');
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('group', { name: 'Move on to' }).getByRole('button', { name: 'identified' }).click();
  await expect(timeline).toContainText('open → identified');

  // It is the viewer's own draft, and comes back with the page.
  await page.reload();
  await expect(timeline).toContainText('mistral says *outage* on its status page');
  await page.getByRole('button', { name: 'Markdown summary' }).click();
  const copied = page.getByLabel('What was copied');
  await expect(copied).toContainText('**Severity:** CRITICAL');
  await expect(copied).toContainText('mistral says \\*outage\\*');

  // Somebody else sees it by its link.
  const link = /\*\*Page:\*\* (\S+)/.exec(await copied.innerText())?.[1] ?? '';
  const colleague = await openFresh(link);
  await expect(colleague.page.getByRole('region', { name: 'Timeline' })).toContainText('open → identified');

  await gotoPage('/incidents');
  await page
    .getByRole('listitem')
    .filter({ hasText: 'identified' })
    .getByRole('button', { name: /^Delete the draft/ })
    .click();
  await expect(page.getByRole('listitem').filter({ hasText: 'identified' })).toHaveCount(0);
});

test('a burning budget leads to its objective, and on to the runbook and the traces', async ({ page, gotoPage }) => {
  const group = page.getByTestId('alert-group').filter({ has: page.getByRole('link', { name: 'Objective' }) });
  // Slow burns are judged every five minutes.
  await expect(async () => {
    await gotoPage('/home');
    await expect(group.first()).toBeVisible();
  }).toPass({ timeout: FIRES_WITHIN_MS });
  await group.first().getByRole('link', { name: 'Objective' }).click();
  await expect(page.getByRole('region', { name: 'Tiers, fastest first' })).toContainText(/The pair \w+ and \w+ fires/);
  await expect(page.getByRole('link', { name: 'Slow traces' })).toHaveAttribute('href', /\/services\/.+\/operations/);
  await page.getByRole('link', { name: 'Runbook', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Run all checks' })).toBeVisible();
});

test('the list of alerts keeps its filters in the address', async ({ page, gotoPage, openFresh }) => {
  await gotoPage('/alerts');
  const rows = page.getByRole('row');
  await expect(rows.filter({ hasText: PROVIDER_DOWN })).toBeVisible();
  await page.getByRole('textbox', { name: 'Search alerts' }).fill('mistral');
  await page.getByRole('button', { name: /^critical/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'alert' })).toHaveText('1 alert');
  await expect(page).toHaveURL(/search=mistral/);

  const colleague = await openFresh(page.url());
  await expect(colleague.page.getByRole('status').filter({ hasText: 'alert' })).toHaveText('1 alert');
  await page.getByRole('radio', { name: 'Likely incidents' }).check();
  await expect(page.getByTestId('alert-group')).toHaveCount(1);
});

test('views of the list are kept under a name, and one of them opens by itself', async ({ page, gotoPage }) => {
  const count = page.getByRole('status').filter({ hasText: 'alert' });
  const views = page.getByRole('group', { name: 'Saved views' });
  const name = page.getByRole('textbox', { name: 'Name of the view' });
  await gotoPage('/alerts', { search: 'mistral', severity: 'critical' });
  await expect(count).toHaveText('1 alert');
  await views.getByRole('button', { name: 'Save as a view' }).press('Enter');
  await name.fill('Mistral');
  await name.press('Enter');
  await views.getByRole('button', { name: 'Open this page with Mistral' }).click();

  await gotoPage('/alerts');
  await expect(page).toHaveURL(/search=mistral/);
  await expect(count).toHaveText('1 alert');
  await views.getByRole('button', { name: 'Rename Mistral' }).click();
  await name.fill('Outage');
  await name.press('Enter');
  await page.getByRole('textbox', { name: 'Search alerts' }).clear();
  await expect(count).not.toHaveText('1 alert');
  await views.getByRole('button', { name: /^Outage/ }).click();
  await expect(count).toHaveText('1 alert');
  await views.getByRole('button', { name: 'Delete Outage' }).click();
  await expect(views.getByRole('button', { name: /^Outage/ })).toHaveCount(0);
});

test('an alert says when it fired lately, and who silenced it', async ({ page, gotoPage }) => {
  const silence = {
    id: 'e2e',
    status: { state: 'active' },
    matchers: [{ name: 'alertname', value: 'InferenceServiceProviderDown', isRegex: false, isEqual: true }],
    startsAt: new Date(Date.now() - 60_000).toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    createdBy: 'ada',
    comment: 'the provider knows',
  };
  await page.route(/\/api\/alertmanager\/alertmanager\/api\/v2\/silences/, (route) =>
    route.fulfill({ json: [silence] })
  );
  await gotoPage('/alerts');
  const row = page.getByRole('row').filter({ hasText: PROVIDER_DOWN });
  await expect(row.getByRole('img', { name: /^Fired .*last 24 hours/ })).toBeVisible();
  await expect(row.getByRole('link', { name: 'silenced by ada' })).toHaveAttribute(
    'href',
    /\/alerting\/silence\/e2e\/edit\?alertmanager=alertmanager/
  );
  await page.getByRole('button', { name: /^silenced/ }).click();
  await expect(page.getByRole('status').filter({ hasText: 'alert' })).toHaveText('1 alert');
  await expect(page.getByRole('region', { name: 'Silences' })).toContainText('the provider knows');
});

test('silence is no all-clear when a source of alerts does not answer', async ({ page, gotoPage, complaints }) => {
  complaints.allow(/HTTP 5\d\d|502/);
  await page.route(/\/api\/prometheus\/prometheus\/api\/v1\/rules/, (route) =>
    route.fulfill({ status: 502, json: {} })
  );
  await gotoPage('/home');
  await expect(page.getByText('Not every source of alerts answered')).toBeVisible();
  await expect(page.getByText('Nothing is known to be firing.')).toBeVisible();
  await expect(page.getByText('Nothing is firing.')).toHaveCount(0);
});

for (const theme of ['dark', 'light'] as const) {
  test.describe(theme, () => {
    test.use({ theme });

    test('home, alerts and an incident are accessible', async ({ page, gotoPage }) => {
      await gotoPage('/home');
      const group = page.getByTestId('alert-group').filter({ hasText: PROVIDER_DOWN });
      await expect(group).toBeVisible();
      await expect(page.getByTestId('home-objectives').getByRole('row').nth(1)).toBeVisible();
      await expect(page.getByTestId('home-deploys').locator('time').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await group.getByRole('link', { name: 'Incident' }).click();
      await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await gotoPage('/alerts');
      await expect(page.getByRole('row').nth(1)).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });
  });
}
