import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { execa } from 'execa';
import type { TestContext } from './context';

export interface Finished {
  exitCode: number;
  outputFile: string;
}

/** Runs a program with its whole output in a file. A program that cannot be started ends with 127. */
export async function runToFile(
  context: TestContext,
  id: string,
  command: string,
  args: string[],
  env: Record<string, string> = {}
): Promise<Finished> {
  mkdirSync(context.reportsDir, { recursive: true });
  const outputFile = path.join(context.reportsDir, `${id}.log`);
  const output = createWriteStream(outputFile);
  const running = execa(command, args, {
    cwd: context.projectDir,
    env: { FORCE_COLOR: '0', ...env },
    stdin: 'ignore',
    reject: false,
    all: true,
    buffer: false,
  });
  running.all.pipe(output, { end: false });
  const result = await running;
  if (result.exitCode === undefined) {
    output.write(`${result.shortMessage ?? 'could not be started'}\n`);
  }
  await new Promise<void>((resolve) => output.end(resolve));
  return { exitCode: result.exitCode ?? 127, outputFile };
}

/** The end of an output: failures stand there. */
export function endOf(file: string, lines: number): string {
  const all = readFileSync(file, 'utf8').trimEnd().split('\n');
  const cut = all.length > lines ? [`… (${all.length - lines} lines before; all of it is in ${file})`] : [];
  return [...cut, ...all.slice(-lines)].join('\n');
}
