import { Command } from 'commander';
import { interruption, projectDir, runCommandLine } from '../stack/entry';
import { StackFailure } from '../stack/failure';
import { testContext } from './context';
import { runGroups, summary, type SuiteGroup } from './runner';
import { browserSuite, contractSuite } from './suites/live';
import { monitoringSuites } from './suites/monitoring';
import { staticSuites } from './suites/static';
import { closingLine } from './tally';
import { testStack } from './testStack';

const everySuite = [...staticSuites, ...monitoringSuites, contractSuite, browserSuite];
const names = everySuite.map(({ id }) => id).join(', ');

const program = new Command('test')
  .description('everything that the continuous integration runs')
  .option('--only <suites...>', `only these: ${names}`)
  .option('--fresh', 'with --only: drop the data of the last run', false)
  .action(runTests);

async function runTests({ only, fresh }: { only?: string[]; fresh: boolean }): Promise<void> {
  const unknown = only?.filter((id) => !everySuite.some((suite) => suite.id === id)) ?? [];
  if (unknown.length > 0) {
    throw new StackFailure(`There is no suite "${unknown.join('", "')}". Suites: ${names}.`);
  }
  const context = testContext(projectDir);
  const signal = interruption();
  const stack = testStack(context, { fresh: fresh || only === undefined, signal });
  const chosen = (group: SuiteGroup): SuiteGroup => ({
    ...group,
    suites: group.suites.filter(({ id }) => only?.includes(id) ?? true),
  });
  const groups: SuiteGroup[] = [
    { suites: staticSuites, prepare: async () => {} },
    { suites: monitoringSuites, prepare: stack.tools },
    { suites: [contractSuite, browserSuite], prepare: stack.userInterface },
  ].map(chosen);
  if (groups[2]?.suites.length) {
    // Installing and filling the servers takes a while: meanwhile the other suites run.
    void stack.servers();
  }
  signal.addEventListener('abort', () => {
    process.stdout.write('Interrupted: stopping the servers.\n');
    void stack.stop().then(() => process.exit(130));
  });
  const outcomes = await runGroups(groups, context, (text) => process.stdout.write(text));
  await stack.stop();
  const { table, total } = summary(outcomes);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
  process.stdout.write(`\n${table}\n\n${closingLine(total)}\n`);
}

await runCommandLine(() => program.parseAsync());
