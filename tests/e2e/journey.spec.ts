import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures/test';
import { type Hands, Keyboard, Mouse } from './journey/hands';
import { alertState, INCIDENT } from './journey/incident';

/** From the beginning of the incident; part of it goes by while other tests run. */
const FIRES_WITHIN_MS = 8 * 60_000;
/** What was logged of the newest requests arrives later, and the page asks again every minute. */
const LOGGED_WITHIN_MS = 75_000;
const MOST_CLICKS = 8;

test.beforeEach(async ({ request, complaints }) => {
  test.setTimeout(3 * 60_000 + FIRES_WITHIN_MS);
  // Nothing was stored for this user yet.
  complaints.allow(/HTTP 404: GET \S*\/user-storage\//);
  await expect.poll(() => alertState(request), { timeout: FIRES_WITHIN_MS, intervals: [5_000] }).toBe('firing');
});

test(`from the alert to the faulty dependency, its trace and a summary in ${MOST_CLICKS} clicks`, async ({
  page,
  gotoPage,
}) => {
  const mouse = new Mouse(page);
  await gotoPage('/home');
  await openRunbook(page, mouse);
  await runAndFind(page, mouse);
  await openTrace(page, mouse);
  await mouse.back();
  await expect(finding(page)).toContainText(`${INCIDENT.culprit} is the abnormal dependency`);
  const draft = await copySummary(page, mouse);
  expect(mouse.clicks, 'clicks').toBeLessThanOrEqual(MOST_CLICKS);
  await forget(page, gotoPage, draft);
});

test('the same way by keyboard alone, with the focus in sight', async ({ page, gotoPage }) => {
  const keyboard = new Keyboard(page);
  await gotoPage('/home');
  await openRunbook(page, keyboard);
  // The page that was left had the focus: it goes on where one begins here.
  const run = page.getByRole('button', { name: 'Run all checks' });
  await expect(run).toBeFocused();
  await runAndFind(page, keyboard);
  await expect(run).toBeFocused();

  await openTrace(page, keyboard);
  const spans = page.getByRole('tree', { name: 'Spans' });
  await keyboard.reach(spans);
  await page.keyboard.press('Home');
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    const id = await spans.getAttribute('aria-activedescendant');
    await expect(page.locator(`[id="${id}"]`)).toContainText('enis.executions', { timeout: 100 });
  }).toPass();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('enis.executions');

  await keyboard.back();
  // The choice of a span is a step of its own.
  await expect(async () => {
    if (/\/traces\//.test(page.url())) {
      await keyboard.back();
    }
    await expect(finding(page)).toContainText(`${INCIDENT.culprit} is the abnormal dependency`, { timeout: 3_000 });
  }).toPass();
  await forget(page, gotoPage, await copySummary(page, keyboard));
});

function finding(page: Page): Locator {
  return page.getByRole('status', { name: 'Finding' });
}

/** The alert is on Home, alone or with others that began at the same time. */
async function openRunbook(page: Page, hands: Hands) {
  const group = page.getByTestId('alert-group').filter({ hasText: INCIDENT.alert });
  const others = page.getByRole('button', { name: /^Show \d+ more alert/ });
  const ofAlert = group.getByRole('link', { name: `Runbook of ${INCIDENT.alert}` });
  const ofCard = group.getByRole('link', { name: 'Run the runbook' });
  await expect(page.getByTestId('alert-group').first()).toBeVisible();
  if (!(await group.isVisible())) {
    await hands.press(others.first());
  }
  await expect(group).toContainText(INCIDENT.summary);
  await hands.press((await ofAlert.isVisible()) ? ofAlert : ofCard);
  await expect(page.getByRole('heading', { level: 1, name: INCIDENT.runbook })).toBeVisible();
  await expect(page.getByText(`${INCIDENT.alert}, firing`)).toBeVisible();
}

/** The culprit is named above all steps, by the check that accuses it, and with what to do about it. */
async function runAndFind(page: Page, hands: Hands) {
  await hands.press(page.getByRole('button', { name: 'Run all checks' }));
  await expect(finding(page)).toContainText(
    /PostgreSQL is the abnormal dependency – p95 of calls of PostgreSQL: [\d.]+ ms \(abnormal above 60 ms\)/
  );
  await expect(finding(page).getByRole('link', { name: 'Treat the dependency' })).toHaveAttribute(
    'href',
    '#step-dependency'
  );
  await expect(finding(page)).toContainText(/Impact so far: NOPS Kernel .*\d+ of [\d,]+ events were bad/);
  const step = page.getByRole('article', { name: /Does it wait for a dependency/ });
  await expect(step).toContainText(/Abnormal\s*p95 of calls of PostgreSQL/);
  await expect(step.getByRole('link', { name: /Treat the dependency/ })).toBeVisible();
}

/** A request that waited for the culprit, with what was logged meanwhile. */
async function openTrace(page: Page, hands: Hands) {
  await hands.press(finding(page).getByRole('link', { name: /^Trace: .*enis\.executions/ }));
  await expect(page.getByRole('heading', { level: 1, name: /^Trace/ })).toBeVisible();
  await expect(page.getByRole('treeitem').filter({ hasText: 'enis.executions' }).first()).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Log lines by time' }).getByRole('option').first()).toBeVisible({
    timeout: LOGGED_WITHIN_MS,
  });
}

/** What the run found is in the incident's timeline and in the words for the war room. Returns the draft's id. */
async function copySummary(page: Page, hands: Hands): Promise<string> {
  await hands.press(finding(page).getByRole('link', { name: 'Incident with these findings' }));
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline).toContainText(`${INCIDENT.alert} fires`);
  await expect(timeline).toContainText(`${INCIDENT.culprit} is the abnormal dependency`);
  await hands.press(page.getByRole('button', { name: 'Slack summary' }));
  const copied = page.getByLabel('What was copied');
  await expect(copied).toContainText(`${INCIDENT.culprit} is the abnormal dependency`);
  await expect(copied).toContainText(/Impact:\*? .*events were bad/);
  return /INC-\w+/.exec(await copied.innerText())?.[0] ?? '';
}

async function forget(page: Page, gotoPage: (path: string) => Promise<void>, draft: string) {
  await gotoPage('/incidents');
  const remove = page.getByRole('button', { name: `Delete the draft ${draft}` });
  await remove.click();
  await expect(remove).toHaveCount(0);
}
