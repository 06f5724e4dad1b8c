import { GRAPHS } from '../fixtures/executivePage';
import { expect, test } from '../fixtures/test';

test('the Executive page has data in every panel', async ({ gotoPage, executive }) => {
  await gotoPage('/executive');
  await executive.waitForData();

  for (const id of GRAPHS) {
    await expect(executive.panel(id).locator('canvas').first(), id).toBeVisible();
    // Several of them, each with its last and its highest value.
    await expect.poll(() => executive.series(id).count(), { message: `series of ${id}` }).toBeGreaterThan(2);
    await expect(executive.series(id).filter({ hasNotText: /\d.*\d/ }), id).toHaveCount(0);
  }
  await expect.poll(() => executive.conditions.allInnerTexts()).toEqual([]);
  await expect(executive.objectives.filter({ hasText: 'No data' })).toHaveCount(0);
  await expect(executive.main).not.toContainText(/NaN|Infinity|undefined|\[object/);
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
  const budgets = await executive.objectives.locator('td:nth-last-child(2)').allInnerTexts();
  const left = budgets.map((text) => Number.parseFloat(text.replace('> ', '')));
  expect(left.length).toBeGreaterThan(12);
  expect(left).toEqual([...left].sort((a, b) => a - b));
});
