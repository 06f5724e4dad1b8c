import type { Locator, Page, Route } from '@playwright/test';
import { expect, test } from './fixtures/test';

const SYSTEMS = ['enis', 'mini-market', 'soma-agent', 'accelerapp', 'obs-standards'] as const;
const MOST_CLICKS = 3;
/** Every system has an incident that goes on all the time; it fires this long after the stack was started. */
const FIRES_WITHIN_MS = 240_000;
/** Lines arrive after their spans, and the page asks again until then. */
const LINES_WITHIN_MS = 60_000;

const QUERIES = /\/api\/ds\/query/;
const FIELDS = /_field_caps/;

test.beforeEach(({ complaints }) => {
  // Nothing was stored for this user yet.
  complaints.allow(/HTTP 404: GET \S*\/user-storage\//);
});

for (const system of SYSTEMS) {
  test(`${system}: from a firing alert to a trace with its lines, from an error line to its span`, async ({
    page,
    gotoPage,
  }) => {
    test.setTimeout(120_000 + FIRES_WITHIN_MS);
    const traces = page
      .getByTestId('alert-group')
      .filter({ has: page.locator(`a[href*="/services/${system}/"]`) })
      .getByRole('link', { name: 'Traces', exact: true })
      .first();
    await expect(async () => {
      await gotoPage('/home');
      await expect(traces).toBeVisible();
    }).toPass({ timeout: FIRES_WITHIN_MS, intervals: [5_000] });
    const toTrace = new Clicks();
    await toTrace.on(traces);
    await toTrace.on(found(page).first().getByRole('link'));
    await expectLines(page);

    await gotoPage('/logs', { 'var-system': system, level: 'ERROR', from: 'now-3h', to: 'now-1m' });
    const toSpan = new Clicks();
    await toSpan.on(
      page
        .getByTestId('logs-lines')
        .getByRole('link')
        .filter({ hasText: /^[0-9a-f]{8}$/ })
        .first()
    );
    const chosen = page.getByRole('treeitem', { selected: true });
    await expect(chosen).toHaveCount(1);
    const details = page.getByRole('complementary', { name: 'Span', exact: true });
    await expect(details).toContainText(/\d+ log lines?/);
    await expect(details.getByRole('listitem').first()).toBeVisible();
  });
}

test('from the list of alerts to a trace, with what took its time', async ({ page, gotoPage }) => {
  test.setTimeout(60_000 + FIRES_WITHIN_MS);
  const alert = page
    .getByRole('row')
    .filter({ hasText: 'HighConversationFailureRate' })
    .filter({ hasNotText: 'pending' });
  await expect(async () => {
    await gotoPage('/alerts', { 'var-system': 'soma-agent' });
    await expect(alert.first()).toBeVisible();
  }).toPass({ timeout: FIRES_WITHIN_MS, intervals: [5_000] });
  const clicks = new Clicks();
  await clicks.on(alert.first().getByRole('link').first());
  await expect(page.getByRole('heading', { level: 1, name: 'HighConversationFailureRate' })).toBeVisible();
  await clicks.on(page.locator('#pageContent').getByRole('link', { name: 'Traces', exact: true }));
  await clicks.on(found(page).first().getByRole('link'));
  await expectLines(page);
  // Worst first: the one that is opened failed, and the page says where without being asked.
  await expect(page.getByText('First error:')).toBeVisible();
  await expect(page.getByText('Most of the critical path:')).toBeVisible();
  await expect(page.getByRole('treeitem', { name: /bottleneck/ }).first()).toBeVisible();
});

test('the traces of the log lines that a query finds, the same for a colleague', async ({
  page,
  gotoPage,
  openFresh,
}) => {
  await gotoPage('/logs', { 'var-system': 'enis', level: 'ERROR', from: 'now-3h', to: 'now-1m' });
  await page.getByRole('link', { name: 'Traces of these lines' }).click();
  await expect(page.getByRole('textbox', { name: 'Lucene query of the log lines' })).toHaveValue(/ERROR/);
  await expect(page.getByText('Traces of log lines', { exact: true })).toBeVisible();
  await expect(page.getByText(/The newest 500 lines|\d+ lines? of this time range/)).toBeVisible();
  await expect(found(page).nth(1)).toBeVisible();
  const colleague = (await openFresh(page.url())).page;
  await expect(found(colleague).nth(1)).toBeVisible();

  await page.getByRole('textbox', { name: 'Lucene query of the log lines' }).fill('no_such_field:1');
  await page.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(page.getByText('No log line of this time range matches and names a trace.')).toBeVisible();
});

test('what is missing of a trace’s lines is said, and its spans stay', async ({ page, gotoPage, complaints }) => {
  complaints.allow(/HTTP (4|5)\d\d/);
  await openTrace(page, gotoPage);
  const logs = page.getByRole('region', { name: 'Log lines', exact: true });
  const spans = page.getByRole('treeitem');
  const again = async (said: string | RegExp) => {
    await page.reload();
    await expect(logs).toContainText(said);
    await expect(spans.first()).toBeVisible();
  };

  await answerLogs(page, () => []);
  await page.route(FIELDS, (route) => route.fulfill({ json: { indices: [], fields: {} } }));
  await again('Index missing');
  await page.unroute(FIELDS);
  await page.route(FIELDS, (route) => route.fulfill({ json: { indices: ['a'], fields: NO_TRACE_FIELD } }));
  await again('Field missing');
  await page.unroute(QUERIES);

  await answerLogs(page, (frames) => frames.map((frame) => repeated(frame, 5000)));
  await again('Only 5000 of more than 10000 log entries are shown.');
  await expect(logs.getByRole('option').first()).toBeVisible();
  await page.unroute(QUERIES);

  // The lines with the trace's own id come first; those of its correlation ids are asked for after them.
  let questions = 0;
  await page.route(QUERIES, (route) =>
    isForLogs(route) && ++questions > 1
      ? route.fulfill({ status: 502, json: { message: 'refused' } })
      : route.continue()
  );
  await again('Lines that carry only a correlation id could not be read.');
  await expect(logs.getByRole('option').first()).toBeVisible();
});

test('a trace that is older than traces are kept, and a page of lines that does not come', async ({
  page,
  gotoPage,
  complaints,
}) => {
  complaints.allow(/HTTP (4|5)\d\d/);
  await gotoPage(`/traces/${'e'.repeat(32)}`, { from: 'now-10d', to: 'now-8d' });
  await expect(page.getByText('Trace expired')).toBeVisible();
  await expect(page.getByText('Traces are kept for 7 days, and this one is older.')).toBeVisible();

  await gotoPage('/logs', { query: 'message:request*', from: 'now-3h', to: 'now-1m' });
  const lines = page.getByTestId('logs-lines');
  const older = lines.getByRole('button', { name: 'Load older lines' });
  await expect(older).toBeVisible();
  await page.route(/_msearch/, (route) => route.fulfill({ status: 502, json: { message: 'connection refused' } }));
  await older.click();
  await expect(lines).toContainText('Could not load more lines');
  await expect(lines.getByRole('row').nth(1)).toBeVisible();
});

/** Clicks that a person needs for something; more than three are too many. */
class Clicks {
  private count = 0;

  async on(target: Locator): Promise<void> {
    this.count += 1;
    expect(this.count, 'clicks').toBeLessThanOrEqual(MOST_CLICKS);
    await target.click();
  }
}

/** Rows of found traces. */
function found(page: Page): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('checkbox', { name: /^Compare / }) });
}

async function expectLines(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/traces\/[0-9a-f]{32}/);
  await expect(page.getByRole('treeitem').first()).toBeVisible();
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: LINES_WITHIN_MS });
}

/** A trace with lines of its own and lines by a correlation id. */
async function openTrace(page: Page, gotoPage: (path: string, parameters: Record<string, string>) => Promise<void>) {
  await gotoPage('/traces', { service: 'accelerapp-worker', from: 'now-3h', to: 'now-5m' });
  await found(page).first().getByRole('link').click();
  await expectLines(page);
}

const NO_TRACE_FIELD = { message: { text: { type: 'text', searchable: true, aggregatable: false } } };

interface Frame {
  schema: { fields: Array<{ name: string }>; meta?: { custom?: Record<string, unknown> } };
  data: { values: unknown[][] };
}

function isForLogs(route: Route): boolean {
  const { queries } = route.request().postDataJSON() as { queries: Array<{ datasource: { type: string } }> };
  return queries.every(({ datasource }) => datasource.type === 'elasticsearch');
}

/** Changes what the log store answers. */
async function answerLogs(page: Page, change: (frames: Frame[]) => Frame[]): Promise<void> {
  await page.route(QUERIES, async (route) => {
    if (!isForLogs(route)) {
      return route.continue();
    }
    const response = await route.fetch();
    const { results } = (await response.json()) as { results: Record<string, { frames?: Frame[] }> };
    const changed = Object.entries(results).map(([refId, result]) => [
      refId,
      { ...result, frames: change(result.frames ?? []) },
    ]);
    return route.fulfill({ json: { results: Object.fromEntries(changed) } });
  });
}

/** The same lines again and again, as a store answers that has more than it counts. */
function repeated({ schema, data }: Frame, rows: number): Frame {
  const isId = schema.fields.map(({ name }) => name === '_id');
  const values = data.values.map((column, at) =>
    Array.from({ length: rows }, (_, row) => (isId[at] ? `line ${row}` : column[row % column.length]))
  );
  const meta = { ...schema.meta, custom: { ...schema.meta?.custom, total: 10_000 } };
  return { schema: { ...schema, meta }, data: { values } };
}
