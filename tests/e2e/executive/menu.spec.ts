import { expect, test } from '../fixtures/test';

interface Pane {
  datasource: string;
  queries: Array<{ expr: string; datasource: { type: string; uid: string } }>;
  range: { from: string; to: string };
}

/** What an Explore URL opens: newer ones name their panes, older ones have a left one. */
function paneOf(url: string): Pane | undefined {
  const search = new URL(url, 'http://host').searchParams;
  const panes = JSON.parse(search.get('panes') ?? `{"left":${search.get('left')}}`) as Record<string, Pane>;
  return Object.values(panes)[0];
}

test('the menu of a panel leads deeper and to Explore, with query, data source and time range', async ({
  page,
  gotoPage,
  executive,
}) => {
  await gotoPage('/executive', { from: 'now-3h', to: 'now' });
  await executive.waitForData();
  await executive.openMenu('enis-error-rate-by-service');
  await expect(page.getByRole('menuitem', { name: 'Services' })).toHaveAttribute('href', /\/services\?.*from=now-3h/);

  const explore = page.getByRole('menuitem', { name: /^Explore/ });
  const pane = paneOf((await explore.getAttribute('href')) ?? '');
  expect(pane?.range).toEqual({ from: 'now-3h', to: 'now' });
  const [query] = pane?.queries ?? [];
  expect(query?.datasource).toMatchObject({ type: 'prometheus', uid: 'prometheus' });
  expect(query?.expr).toContain('enis_requests_total{');
  expect(query?.expr).toContain('system="enis"');
  // Nothing that only the page could fill in.
  expect(query?.expr).not.toMatch(/\$\{/);
});

// The preview host has no Explore: it says what would open.
test('Explore draws the query of the panel', { tag: '@grafana-only' }, async ({ page, gotoPage, executive }) => {
  await gotoPage('/executive');
  await executive.waitForData();
  await executive.openMenu('enis-system-health');
  await page.getByRole('menuitem', { name: /^Explore/ }).click();
  await expect(page).toHaveURL(/\/explore\?/);
  const explore = page.locator('#pageContent');
  await expect(explore).toContainText('up{');
  await expect(explore.locator('.uplot canvas').first()).toBeVisible();
});
