/** @jest-environment node */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../stack/testing';
import { testContext } from './context';
import { jestTally } from './reports';
import { runGroups, summary } from './runner';
import { commandSuite, runReported, type Suite } from './suite';

const context = testContext(temporaryFolder());
const node = (id: string, script: string) => commandSuite(id, `Suite ${id}`, process.execPath, ['-e', script]);
const ready = async () => {};

async function run(...groups: Parameters<typeof runGroups>[0]) {
  const written: string[] = [];
  const outcomes = await runGroups(groups, context, (text) => void written.push(text));
  return { outcomes, text: written.join('') };
}

test('a failing or throwing suite does not stop the later ones', async () => {
  const throwing: Suite = { id: 'throwing', title: 'Throwing', run: () => Promise.reject(new Error('no disk')) };
  const suites = [node('bad', "console.log('the reason'); process.exit(3)"), throwing, node('good', '')];
  const { outcomes, text } = await run({ suites, prepare: ready });
  expect(outcomes.map(({ tally }) => [tally.passed, tally.failed])).toEqual([
    [0, 1],
    [0, 1],
    [1, 0],
  ]);
  expect(text).toContain('the reason');
  expect(text).toContain('exit code 3');
  expect(text).toContain('no disk');
});

test('suites whose servers do not start have failed, those of other groups run', async () => {
  const { outcomes, text } = await run(
    { suites: [node('one', ''), node('two', '')], prepare: () => Promise.reject(new Error('port taken')) },
    { suites: [node('three', '')], prepare: ready }
  );
  expect(outcomes.map(({ tally }) => tally.failed)).toEqual([1, 1, 0]);
  expect(text).toContain('port taken');
});

test('nothing is prepared for a group without suites', async () => {
  const prepare = jest.fn(ready);
  await run({ suites: [], prepare });
  expect(prepare).not.toHaveBeenCalled();
});

test('the summary has a line for each suite and the total', async () => {
  const { outcomes } = await run({ suites: [node('good', ''), node('bad', 'process.exit(1)')], prepare: ready });
  const { table, total } = summary(outcomes);
  expect(table.split('\n')).toHaveLength(3);
  expect(table).toMatch(/Suite bad\s+0\s+1\s+0\s+\d+\.\d s/);
  expect(total).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

test('a runner is counted by its report, and without one it has failed', async () => {
  const report = path.join(context.reportsDir, 'own.json');
  const counts = {
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  };
  const writing = `require('fs').writeFileSync(${JSON.stringify(report)}, ${JSON.stringify(JSON.stringify(counts))})`;
  const command = (script: string) => ({ command: process.execPath, args: ['-e', script] });
  const good = await runReported(context, 'own', report, jestTally, command(writing));
  expect(good.tally).toEqual({ passed: 3, failed: 0, skipped: 0 });
  const silent = await runReported(context, 'own', report, jestTally, command("console.log('nothing')"));
  expect(silent.tally.failed).toBe(1);
  expect(silent.complaint).toContain('left no report');
  expect(readFileSync(silent.outputFile ?? '', 'utf8')).toContain('nothing');
});
