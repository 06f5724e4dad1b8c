import { EMPTY_STATES, GRAPHS, PANELS, STATS } from '../fixtures/executivePage';
import { expect, test } from '../fixtures/test';

test('the app opens on the Executive page, with data in every panel', async ({ page, gotoPage, executive }) => {
  await gotoPage();
  await expect(page).toHaveURL(/\/a\/watchkeeper-oncall-app\/executive\?/);
  await executive.waitForData();

  for (const id of STATS) {
    await expect(executive.panel(id), id).not.toContainText(/NaN|Infinity|undefined/);
  }
  for (const id of GRAPHS) {
    await expect(executive.panel(id).locator('canvas').first(), id).toBeVisible();
    // Several of them, each with its last and its highest value.
    await expect.poll(() => executive.series(id).count(), { message: `series of ${id}` }).toBeGreaterThan(2);
    await expect(executive.series(id).filter({ hasNotText: /\d.*\d/ }), id).toHaveCount(0);
  }
  for (const id of PANELS) {
    await expect(executive.panel(id), id).not.toContainText(EMPTY_STATES);
  }
});

test('the verdict agrees with the lists below it', async ({ gotoPage, executive }) => {
  await gotoPage('/executive');
  await executive.waitForData();
  // Refreshes move both, so they are read until they stand still.
  await expect(async () => {
    const sentence = await executive.verdict.innerText();
    const firing = await executive.firingAlerts.count();
    const critical = await executive.firingAlerts.filter({ hasText: /critical/ }).count();
    const objectives = await executive.objectives.count();
    const breached = await executive.objectives.filter({ hasText: 'Breached' }).count();

    expect(sentence).toMatch(
      firing === 0 ? /No alert is firing/ : new RegExp(`\\b${firing} (critical )?alerts? (is|are) firing`)
    );
    expect(sentence).toMatch(
      breached === 0 ? `No objective of ${objectives} is missed` : `${breached} of ${objectives} objectives`
    );
    const badge = critical > 0 ? 'Critical' : breached > 0 ? 'Breached' : /Warning|Silent|OK/;
    expect(sentence).toMatch(badge);
  }).toPass();

  // Worst first.
  const budgets = await executive.panel('slo-attainment').getByRole('row').locator('td:nth-child(5)').allInnerTexts();
  const left = budgets.map((text) => Number.parseFloat(text.replace('> ', '')));
  expect(left).toHaveLength(12);
  expect(left).toEqual([...left].sort((a, b) => a - b));
});
