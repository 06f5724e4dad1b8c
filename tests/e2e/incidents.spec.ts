import { type Page } from '@playwright/test';
import { violations } from './fixtures/axe';
import { expect, test } from './fixtures/test';

/** Scripted, and on all the time. */
const FAILING = 'More than 5 % of the conversations fail';
const FIRES_WITHIN_MS = 240_000;

test.beforeEach(async ({ page, gotoPage }) => {
  test.setTimeout(60_000 + FIRES_WITHIN_MS);
  await gotoPage('/incidents', { view: 'all' });
  await expect(page.getByRole('heading', { name: 'Likely incidents now' })).toBeVisible();
  await forgetAll(page);
});

/** A Grafana remembers what an earlier run has left. */
async function forgetAll(page: Page): Promise<void> {
  await expect(
    page.getByRole('radiogroup', { name: 'Which incidents' }).or(page.getByText('You keep no incidents yet'))
  ).toBeVisible();
  const remove = page.getByRole('button', { name: /^Delete the draft/ });
  for (let left = await remove.count(); left > 0; left = await remove.count()) {
    await remove.first().click();
    await expect(remove).toHaveCount(left - 1);
  }
}

async function openIncident(page: Page, gotoPage: (path: string) => Promise<void>): Promise<void> {
  const group = page.getByTestId('alert-group').filter({ hasText: FAILING });
  await expect(async () => {
    await gotoPage('/incidents');
    await expect(group).toBeVisible();
  }).toPass({ timeout: FIRES_WITHIN_MS });
  await group.getByRole('link', { name: 'Incident', exact: true }).click();
  await expect(page.getByRole('heading', { level: 2, name: FAILING })).toBeVisible();
}

test('an incident is taken, told, measured, mitigated, reported and resolved', async ({ page, gotoPage }) => {
  await openIncident(page, gotoPage);
  await expect(page.getByText('Not kept yet')).toBeVisible();
  await expect(page.getByRole('list', { name: 'On call now' })).toContainText('no rotation for SomaAgent');

  await page.getByRole('button', { name: 'Take it' }).click();
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline).toContainText('open → investigating');
  await expect(page.getByRole('list', { name: 'Statuses' })).toContainText('acknowledged after');

  const copied = page.getByLabel('What was copied');
  await page.getByRole('button', { name: 'Copy for PagerDuty' }).click();
  await expect(copied).toContainText('"event_action": "trigger"');
  await page.getByRole('button', { name: 'Copy for Slack #somaagent-critical' }).click();
  await expect(copied).toContainText(FAILING);

  const remedies = page.getByRole('region', { name: 'Suggested remedies' });
  await expect(remedies.getByRole('region', { name: 'Command' }).first()).toBeVisible();
  await remedies.getByRole('button', { name: 'Done', exact: true }).first().click();
  await expect(timeline).toContainText('Done: ');

  await page.getByRole('button', { name: 'Measure', exact: true }).click();
  await expect(timeline).toContainText(/Impact: .*%/);
  expect(await violations(page)).toEqual([]);

  await page.getByRole('group', { name: 'Move on to' }).getByRole('button', { name: 'resolved' }).click();
  await page.getByRole('button', { name: 'Post-incident report' }).click();
  const report = page.getByLabel('Report, Markdown');
  await expect(report).toHaveValue(/^# Post-incident report: More than 5 % of the conversations fail/);
  await expect(report).toHaveValue(
    /- Acknowledged: after [^]*### As measured[^]*%[^]*## Timeline[^]*investigating → resolved/
  );

  await gotoPage('/incidents');
  await expect(page.getByText('None is open.')).toBeVisible();
  await page.getByRole('radio', { name: 'resolved (1)' }).check();
  await expect(page.getByRole('list', { name: 'Your incidents' })).toContainText(FAILING);
  await expect(page.getByRole('group', { name: 'Recovery times' })).toContainText(
    /MTTR .*SomaAgent.*target under 15 min/
  );
  expect(await violations(page)).toEqual([]);
  await forgetAll(page);
});

test('an incident is marked in Grafana when somebody asks for it, and says why when it cannot be', async ({
  page,
  gotoPage,
  request,
  complaints,
}) => {
  await openIncident(page, gotoPage);
  const marked = async () => {
    const stored = (await (await request.get('/api/annotations?tags=incident&limit=100')).json()) as Array<{
      id: number;
      text: string;
      tags: string[];
    }>;
    return stored.filter(({ text, tags }) => text.includes(FAILING) && tags.includes('system:soma-agent'));
  };
  const before = await marked();

  complaints.allow(/HTTP 403: POST .*\/api\/annotations/);
  await page.route('**/api/annotations', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 403, json: { message: 'denied' } }) : route.fallback()
  );
  await page.getByRole('button', { name: 'Mark its start in Grafana' }).click();
  await expect(page.getByRole('status').filter({ hasText: /not allowed|permission|denied|may not/i })).toBeVisible();
  expect(await marked()).toHaveLength(before.length);

  await page.unroute('**/api/annotations');
  await page.getByRole('button', { name: 'Mark its start in Grafana' }).click();
  await expect(page.getByRole('status').filter({ hasText: /^Marked: annotation \d+/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Mark its start in Grafana' })).toBeDisabled();
  const after = await marked();
  expect(after).toHaveLength(before.length + 1);

  // The preview host forgets by itself, and does not delete.
  await Promise.all(after.map(({ id }) => request.delete(`/api/annotations/${id}`)));
  await gotoPage('/incidents');
  await forgetAll(page);
});

test('what could not be stored is brought back by the link of the draft', async ({ page, gotoPage, complaints }) => {
  await openIncident(page, gotoPage);
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const note = async (text: string) => {
    await page.getByLabel('Note for the timeline').fill(text);
    await page.getByRole('button', { name: 'Add note' }).click();
    await expect(timeline).toContainText(text);
  };
  const stored = page.waitForResponse(
    (answer) => answer.url().includes('/user-storage/') && answer.request().method() !== 'GET'
  );
  await note('conversations pile up');
  await stored;

  complaints.allow(/HTTP 500: \w+ .*user-storage/);
  await page.route(/\/user-storage\//, (route) =>
    route.request().method() === 'GET' ? route.fallback() : route.fulfill({ status: 500, json: {} })
  );
  await note('the queue is full');
  await page.getByRole('button', { name: 'Markdown summary' }).click();
  const text = await page.getByLabel('What was copied').innerText();
  const link = /\*\*Page:\*\* (\S+)/.exec(text)?.[1] ?? '';

  await page.unroute(/\/user-storage\//);
  await page.goto(link);
  await expect(page.getByText('The link says more than your own draft')).toBeVisible();
  await expect(timeline).not.toContainText('the queue is full');
  await page.getByRole('button', { name: 'Take over what it says' }).click();
  await expect(timeline).toContainText('the queue is full');
  await expect(page.getByText('The link says more than your own draft')).toHaveCount(0);

  await gotoPage('/incidents');
  await forgetAll(page);
});
