import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../stack/failure';
import type { TestContext } from './context';
import { runToFile } from './run';
import { judged, oneFailed, onePassed, type Report, type Tally } from './tally';

export interface SuiteResult {
  tally: Tally;
  /** What a person needs to see when something failed. */
  complaint?: string;
  remark?: string;
  outputFile?: string;
}

export interface Suite {
  id: string;
  title: string;
  run(context: TestContext): Promise<SuiteResult>;
}

/** A step without counts of its own: one test, passed when the program ends with 0. */
export function commandSuite(id: string, title: string, command: string, args: string[]): Suite {
  return {
    id,
    title,
    async run(context) {
      const { exitCode, outputFile } = await runToFile(context, id, command, args);
      return exitCode === 0
        ? { tally: onePassed, outputFile }
        : { tally: oneFailed, outputFile, complaint: `${command} ${args.join(' ')} ended with exit code ${exitCode}` };
    },
  };
}

export interface ReportedCommand {
  command: string;
  args: string[];
  env?: Record<string, string>;
}

/**
 * A step whose runner writes a report that it is counted by. A missing or unreadable report is a failure:
 * nothing tells what was run.
 */
export async function runReported(
  context: TestContext,
  id: string,
  reportFile: string,
  read: (report: string) => Report,
  { command, args, env }: ReportedCommand
): Promise<SuiteResult> {
  rmSync(reportFile, { force: true });
  const { exitCode, outputFile } = await runToFile(context, id, command, args, env);
  if (!existsSync(reportFile)) {
    return {
      tally: oneFailed,
      outputFile,
      complaint: `the runner ended with exit code ${exitCode} and left no report`,
    };
  }
  try {
    const { remark, ...counts } = read(readFileSync(reportFile, 'utf8'));
    return { ...judged(counts, exitCode), outputFile, ...(remark && { remark }) };
  } catch (error) {
    return { tally: oneFailed, outputFile, complaint: `the runner's report is not readable: ${messageOf(error)}` };
  }
}

export function binary(context: TestContext, name: string): string {
  return path.join(context.projectDir, 'node_modules/.bin', name);
}
