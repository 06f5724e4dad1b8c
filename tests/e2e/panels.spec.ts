import { type Locator, type Page } from '@playwright/test';
import { expect, test } from './fixtures/test';

// What every panel can do, on boards whose data the demo's scenario fixes: a deploy and its rollback in the last hours,
// tenants with token budgets, exemplars of every latency.
const SERVICES = '/boards/obs-standards/service-overview';
const TENANTS = '/boards/soma-agent/conversation-worker';

const LATENCY = 'obs-standards-latency-p95';
const TENANT_TOKENS = 'soma-agent-tokens-by-tenant';

const ANNOTATION = 'data-testid annotation-marker';
const EXEMPLAR = 'data-testid Exemplar marker';

async function shown(page: Page, panel: string): Promise<Locator> {
  const cell = page.getByTestId(panel);
  await cell.scrollIntoViewIfNeeded();
  await expect(cell.locator('canvas').first()).toBeVisible();
  return cell;
}

async function openMenu(cell: Locator): Promise<void> {
  await cell.hover();
  await cell.getByRole('button', { name: /^Menu for panel/ }).click();
}

const legend = (cell: Locator) => cell.getByRole('row').filter({ has: cell.page().getByRole('cell') });

test('a panel shows its data as a table, and leads to traces and logs of its time', async ({ page, gotoPage }) => {
  await gotoPage(SERVICES, { from: 'now-3h', to: 'now' });
  const cell = await shown(page, LATENCY);
  await openMenu(cell);
  await expect(page.getByRole('menuitem', { name: 'Traces of this time' })).toHaveAttribute(
    'href',
    /\/traces\?.*from=\d{4}-/
  );
  await expect(page.getByRole('menuitem', { name: 'Logs of this time' })).toHaveAttribute('href', /logs/);
  await page.getByRole('menuitem', { name: 'View as table' }).click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByText('payment-service')).toBeVisible();
  await expect(drawer.getByText(/^\d+(\.\d+)? m?s$/).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(drawer).toBeHidden();
});

test('a copied link opens the page as it was, at its panel', async ({ page, context, gotoPage }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await gotoPage(SERVICES, { from: 'now-2h', to: 'now', 'var-compare': 'yesterday' });
  await openMenu(await shown(page, 'obs-standards-process-memory'));
  await page.getByRole('menuitem', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const { searchParams } = new URL(link);
  const spanMs = Date.parse(searchParams.get('to') ?? '') - Date.parse(searchParams.get('from') ?? '');
  expect(spanMs).toBe(2 * 3_600_000);
  expect(searchParams.get('var-compare')).toBe('yesterday');

  await page.goto('about:blank');
  await page.goto(link);
  await expect(page.getByTestId('obs-standards-process-memory')).toBeInViewport({ ratio: 0.9 });
  await expect(page.getByRole('combobox', { name: 'Compare with' })).toHaveValue(/yesterday|^$/);
});

test('a comparison goes with reloads and links, and says when there is nothing to compare with', async ({
  page,
  gotoPage,
}) => {
  await gotoPage('/boards/mini-market/system-overview', { 'var-compare': 'yesterday' });
  const notes = page.getByText(/dashed: yesterday|no data yesterday|against yesterday/);
  await expect(notes.first()).toBeVisible();
  await page.reload();
  await expect(notes.first()).toBeVisible();
  await page.getByRole('link', { name: 'Boards' }).last().click();
  await expect(page).toHaveURL(/var-compare=yesterday/);
});

test('a filter narrows the panels that have its label, and the others say that they are not', async ({
  page,
  gotoPage,
}) => {
  await gotoPage(TENANTS);
  const all = legend(await shown(page, TENANT_TOKENS));
  await expect(all.filter({ hasText: 'globex' })).toBeVisible();

  await gotoPage(TENANTS, { 'var-tenant': 'acme' });
  const narrowed = await shown(page, TENANT_TOKENS);
  await expect(legend(narrowed)).toHaveCount(1);
  await expect(legend(narrowed)).toContainText('acme');
  const unfiltered = page.getByTestId(/^soma-agent-/).filter({ hasText: 'all tenants' });
  await unfiltered.first().scrollIntoViewIfNeeded();
  await expect(unfiltered.first().locator('canvas').first()).toBeVisible();
  await expect(page.getByText(/filtered by tenant acme/)).toBeVisible();
});

test('graphs carry deploys, and an exemplar opens its trace', async ({ page, gotoPage }) => {
  await gotoPage(SERVICES, { from: 'now-6h', to: 'now' });
  const cell = await shown(page, LATENCY);
  await expect(cell.getByTestId(ANNOTATION).first()).toBeVisible();
  // Exemplars lie close to each other: any of them will do, and the last one is on top.
  await cell.getByTestId(EXEMPLAR).last().click();
  await page.getByRole('link', { name: 'Open trace' }).click();
  await expect(page).toHaveURL(/\/traces\/[0-9a-f]{16,32}\?.*from=now-6h/);
});
