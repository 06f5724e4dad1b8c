import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { runToEnd } from '../stack/process/toEnd';
import type { TestContext } from './context';

export interface Finished {
  exitCode: number;
  outputFile: string;
}

/** Runs a program with its whole output in a file of its own. */
export async function runToFile(
  context: TestContext,
  id: string,
  command: string,
  args: string[],
  env: Record<string, string> = {}
): Promise<Finished> {
  const outputFile = path.join(context.reportsDir, `${id}.log`);
  rmSync(outputFile, { force: true });
  const exitCode = await runToEnd({
    command,
    args,
    cwd: context.projectDir,
    env: { NO_COLOR: '1', ...env },
    outputFile,
  });
  return { exitCode, outputFile };
}

/** The end of an output: failures stand there. */
export function endOf(file: string, lines: number): string {
  const all = readFileSync(file, 'utf8').trimEnd().split('\n');
  const cut = all.length > lines ? [`… (${all.length - lines} lines before; all of it is in ${file})`] : [];
  return [...cut, ...all.slice(-lines)].join('\n');
}
