import pc from 'picocolors';
import { messageOf } from '../stack/failure';
import type { TestContext } from './context';
import { endOf } from './run';
import type { Suite, SuiteResult } from './suite';
import { closingLine, oneFailed, sum, type Tally } from './tally';

export interface SuiteGroup {
  suites: Suite[];
  /** What must be there first. If it is not, each of the suites has failed. */
  prepare: () => Promise<unknown>;
}

export interface Outcome extends SuiteResult {
  suite: Suite;
  durationMs: number;
}

const shownLines = 120;

/** Runs every suite of every group in order, whatever fails on the way, and tells how it goes. */
export async function runGroups(
  groups: SuiteGroup[],
  context: TestContext,
  write: (text: string) => void
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { suites, prepare } of groups) {
    const obstacle = suites.length === 0 ? undefined : await obstacleOf(prepare);
    for (const suite of suites) {
      write(`${pc.bold(suite.title)} …\n`);
      const outcome = await runSuite(suite, context, obstacle);
      outcomes.push(outcome);
      write(report(outcome));
    }
  }
  return outcomes;
}

async function obstacleOf(prepare: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await prepare();
    return undefined;
  } catch (error) {
    return messageOf(error);
  }
}

async function runSuite(suite: Suite, context: TestContext, obstacle: string | undefined): Promise<Outcome> {
  const startedAt = Date.now();
  const result = obstacle === undefined ? await settled(suite, context) : { tally: oneFailed, complaint: obstacle };
  return { ...result, suite, durationMs: Date.now() - startedAt };
}

async function settled(suite: Suite, context: TestContext): Promise<SuiteResult> {
  try {
    return await suite.run(context);
  } catch (error) {
    return { tally: oneFailed, complaint: messageOf(error) };
  }
}

function report({ tally, complaint, remark, outputFile }: Outcome): string {
  if (tally.failed === 0) {
    return `  ${pc.green('✓')} ${closingLine(tally)}${remark ? ` (${remark})` : ''}\n`;
  }
  const output = outputFile === undefined ? '' : `${endOf(outputFile, shownLines)}\n`;
  return `${output}  ${pc.red('✗')} ${closingLine(tally)}${complaint ? `: ${complaint}` : ''}\n`;
}

/** One line a suite, and the total of all alone on the last line. */
export function summary(outcomes: Outcome[]): { table: string; total: Tally } {
  const width = Math.max(0, ...outcomes.map(({ suite }) => suite.title.length));
  const rows = outcomes.map(({ suite, tally, durationMs }) => {
    const counts = [tally.passed, tally.failed, tally.skipped].map((count) => String(count).padStart(6)).join(' ');
    return `${suite.title.padEnd(width)} ${counts} ${`${(durationMs / 1000).toFixed(1)} s`.padStart(9)}`;
  });
  const head = `${'Suite'.padEnd(width)} passed failed  skip.      time`;
  const total = sum(outcomes.map(({ tally }) => tally));
  return { table: [head, ...rows].join('\n'), total };
}
