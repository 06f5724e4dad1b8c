import { violations } from './fixtures/axe';
import { expect, test } from './fixtures/test';

test.beforeEach(({ complaints }) => {
  // Nothing was stored for this user yet.
  complaints.allow(/HTTP 404: GET \S*\/user-storage\//);
});

test('the stack of a system: its parts, and what each gate measured against which bound', async ({
  page,
  gotoPage,
}) => {
  test.slow();
  const flow = page.getByRole('region', { name: 'Flow of telemetry' });
  // The generator stores fewer traces of the kernel than the policy asks for, and the gate finds it. What Jaeger says of
  // itself begins with the stack, and a first rate takes a few scrapes.
  await expect(async () => {
    await gotoPage('/platform');
    await page.getByRole('tab', { name: 'Stack' }).click();
    await page.getByRole('radio', { name: 'ENIS' }).check({ force: true });
    await expect(flow.getByRole('link', { name: /^Jaeger/ })).toContainText('Abnormal');
  }).toPass({ timeout: 90_000 });
  await expect(
    flow.getByRole('link', { name: /^Vector\s+Normal[\s,]+hands on to Elasticsearch, Log archive/i })
  ).toBeVisible();
  await expect(flow.getByText('Air-gapped agents').locator('..')).toContainText('Not measured');

  const vector = page.getByRole('article', { name: /Vector ships log lines/ });
  await expect(vector).toContainText(/Memory of Vector: \d+(\.\d+)? MB \(abnormal above 50 MB\)/);
  await expect(vector.getByRole('link', { name: 'Explore' }).first()).toHaveAttribute('href', /\/explore\?/);
  const jaeger = page.getByRole('article', { name: /Jaeger receives traces/ });
  await expect(jaeger).toContainText(/Requests to nops-kernel with a stored trace \(policy: 1 %\): 0\.\d+%/);
  expect(await violations(page)).toEqual([]);
});

test('another system by its link: what arrives of each of its services', async ({ page, gotoPage }) => {
  await gotoPage('/platform/stack', { stack: 'mini-market' });
  await expect(page.getByRole('radio', { name: 'Mini Market' })).toBeChecked();
  const row = page.getByRole('region', { name: 'Signals of services' }).getByRole('row', { name: /Agente Negocio/ });
  await expect(row).toContainText(/traffic, errors, latency, saturation/);
  await expect(row).toContainText(/spans\/s/);
  await expect(row).toContainText(/\d+ lines/);
  await page.getByRole('link', { name: 'The same as a runbook' }).click();
  await expect(
    page.getByRole('heading', { level: 1, name: 'Is the observability of Mini Market complete?' })
  ).toBeVisible();
});
