import { denyQueries, emptyAnswers } from '../fixtures/answers';
import { withoutDataSources } from '../fixtures/bootData';
import { type ExecutivePage, GRAPHS, STATS } from '../fixtures/executivePage';
import { expect, test } from '../fixtures/test';

/** Each panel says it for itself, in words. */
async function expectEveryPanelSays(executive: ExecutivePage, words: string): Promise<void> {
  await executive.reveal();
  await expect(executive.panels.filter({ hasNot: executive.page.getByRole('status') })).toHaveCount(0);
  // The alerts come from several sources; the others may have answered.
  const silent = executive.panels.filter({ hasNotText: words }).filter({ hasNotText: 'alerts could not be read' });
  await expect(silent, `panels that do not say "${words}"`).toHaveCount(0);
}

test('Prometheus down: every panel says so, the page stays usable and recovers', async ({
  page,
  gotoPage,
  executive,
  failingSource,
  complaints,
}) => {
  complaints.allow(/HTTP (400|500|502): \w+ \S+\/api\//);
  await failingSource.stop();
  await gotoPage('/executive', { 'var-prometheus': failingSource.uid });
  await expectEveryPanelSays(executive, 'Data source down');
  await expect(executive.panel('enis-system-health')).toContainText(/connection refused|not reachable/);
  await expect(executive.verdict).toContainText('The alerts could not be read. The objectives could not be read.');
  await expect(executive.verdict).not.toContainText('OK');

  // The page's own controls and the host's menus work.
  await executive.chooseTimeRange('Last 1 hour');
  await expect(page).toHaveURL(/from=now-1h/);
  await expect(page.getByRole('navigation').first()).toBeVisible();

  await failingSource.start();
  await executive.panel('enis-system-health').getByRole('button', { name: 'Try again' }).click();
  await expect(executive.panel('enis-system-health')).toContainText(/\d/);
  await executive.refresh.click();
  await executive.waitForData();
  await expect.poll(() => executive.conditions.allInnerTexts()).toEqual([]);
});

test('Prometheus goes down while the page is open', async ({ gotoPage, executive, failingSource, complaints }) => {
  complaints.allow(/HTTP (400|500|502): \w+ \S+\/api\//);
  await gotoPage('/executive', { 'var-prometheus': failingSource.uid });
  await executive.waitForData();
  await failingSource.stop();
  await executive.refresh.click();
  await executive.reveal();
  for (const id of [...STATS, ...GRAPHS]) {
    await expect(executive.panel(id), id).toContainText('Data source down');
  }
  // Lists keep what they knew, marked as old.
  await expect(executive.panel('objectives')).toContainText('Could not refresh objectives');
  await expect(executive.objectives.first()).toBeVisible();

  await failingSource.start();
  await executive.refresh.click();
  await executive.waitForData();
  await expect.poll(() => executive.conditions.allInnerTexts()).toEqual([]);
  await expect(executive.panel('objectives')).not.toContainText('Could not refresh');
});

test('no permission: every panel says so', async ({ page, gotoPage, executive, complaints }) => {
  complaints.allow(/HTTP 403/);
  await denyQueries(page);
  await gotoPage('/executive');
  await expectEveryPanelSays(executive, 'No permission');
  // Nothing to try again: it would be refused again.
  await expect(executive.main.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await expect(executive.verdict).toContainText('could not be read');
});

test('a metric that is not there is named', async ({ page, gotoPage, executive }) => {
  await emptyAnswers(page, { knownMetrics: false });
  await gotoPage('/executive');
  await executive.reveal();
  for (const [id, metric] of [
    ['enis-system-health', 'up'],
    ['enis-active-tenants', 'nops_requests_total'],
    ['enis-infrastructure-cost', 'kube_pod_container_resource_requests'],
    ['enis-agent-executions', 'agent_executions_total'],
    ['enis-error-rate-by-service', 'enis_requests_total'],
  ] as const) {
    await expect(executive.panel(id)).toContainText('Not configured');
    await expect(executive.panel(id)).toContainText(metric);
  }
  await expect(executive.objectives.filter({ hasNotText: 'No data' }), 'objectives that claim data').toHaveCount(0);
  await expect(executive.verdict).toContainText('could not be measured');
});

test('a known metric without values is no traffic or no data, not a fault', async ({ page, gotoPage, executive }) => {
  await emptyAnswers(page, { knownMetrics: true });
  await gotoPage('/executive');
  await executive.reveal();
  await expect(executive.panel('enis-system-health')).toContainText('No data');
  await expect(executive.panel('enis-agent-executions')).toContainText('No traffic');
  await expect(executive.verdict).not.toContainText('OK');
});

test('an unknown data source in a link has its own screen, with a way out', async ({ page, gotoPage, executive }) => {
  await gotoPage('/executive', { 'var-prometheus': 'nope', from: 'now-1h', to: 'now' });
  await expect(page.getByText('This data source is not here')).toBeVisible();
  await expect(executive.main).toContainText('"nope"');
  await expect(executive.main.getByRole('link', { name: 'Configure Watchkeeper' })).toBeVisible();
  const others = executive.main.getByRole('link', { name: /^Use / });
  await expect(others).toHaveText(['Use Prometheus']);
  await others.click();
  await executive.waitForData();
  await expect(executive.timePicker).toHaveText('Last 1 hour');
});

test('a Grafana without data sources has its own screen', async ({ page, gotoPage, executive }) => {
  await withoutDataSources(page);
  await gotoPage('/executive');
  await expect(page.getByText('No Prometheus data source yet')).toBeVisible();
  await expect(executive.main.getByRole('link', { name: 'Add a data source' })).toHaveAttribute(
    'href',
    /\/connections\/datasources\/new$/
  );
  await expect(executive.main.getByRole('link', { name: /^Use / })).toHaveCount(0);
  await expect(page.getByRole('navigation').first()).toBeVisible();
});
