import { readFileSync } from 'node:fs';
import { configurationUrl, expect, test } from './fixtures/test';

const slothFile = (objective: string, range: string) => `version: prometheus/v1
service: checkout desk
labels: { owner: payments }
slos:
  - name: availability
    objective: ${objective}
    sli:
      events:
        error_query: sum(rate(checkout_failed_total[${range}]))
        total_query: sum(rate(checkout_started_total[{{.window}}]))
`;

test('a Sloth file with two mistakes names their lines; corrected, its objective is stored', async ({
  page,
  useSettings,
}) => {
  // Stores what is there, so that the fixture puts it back afterwards.
  await useSettings({});
  await page.goto(configurationUrl());
  const file = page.getByRole('textbox', { name: /Objectives of another tool/ });
  await file.fill(slothFile('100', '5m'));
  await expect(page.getByText(/^line 6, column \d+: slos\[0\]\.objective must leave an error budget/)).toBeVisible();
  await expect(page.getByText(/^line 9, column \d+: slos\[0\]\.sli\.events\.error_query has no window/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add 0 objectives' })).toBeDisabled();

  await file.fill(slothFile('99.9', '{{.window}}'));
  const row = page.getByRole('table', { name: 'Objectives to be added' }).getByRole('row').nth(1);
  await expect(row).toContainText('checkout desk availability');
  await expect(row).toContainText('99.9 %');
  await expect(page.getByText('These lines cannot be used')).toBeHidden();

  await page.getByRole('button', { name: 'Add 1 objective' }).click();
  await expect(page.getByText(/^Valid: 6 systems/)).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  const systems = page.getByRole('textbox', { name: /Your systems/ });
  // The page loads again, and has what was stored.
  await expect(file).toHaveValue('');
  await expect(systems).toHaveValue(/id: checkout-desk-availability/);
  await expect(systems).toHaveValue(/targetRatio: 0\.999/);
});

test('the rules of the catalog can be kept as a file', async ({ page, useSettings }) => {
  await useSettings({});
  await page.goto(configurationUrl());
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('watchkeeper-rules.yaml');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text).toContain('alert: NopsKernelHighErrorRate');
  expect(text).toContain('slo:events_bad:increase5m');
  // Messages leave Grafana, so their links are whole.
  expect(text).toMatch(/dashboard_url: '?https?:\/\/[^ ]+\/a\/watchkeeper-oncall-app\/services\/enis\/nops-kernel/);
});
