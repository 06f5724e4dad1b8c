import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { StackPaths } from './paths';
import { runLogged } from './process/run';
import type { Progress } from './progress';

/** Builds the plugin when its build is missing or older than what it is built from. */
export async function ensureBuilt(paths: StackPaths, progress: Progress): Promise<void> {
  if (isBuildCurrent(paths.projectDir)) {
    return;
  }
  await progress.step('Build the plugin', () =>
    runLogged({
      label: 'The build of the plugin',
      command: 'npm',
      args: ['run', '--silent', 'build'],
      cwd: paths.projectDir,
      logFile: path.join(paths.logsDir, 'build.log'),
    })
  );
}

/** True when nothing that the build is made from changed after it. */
export function isBuildCurrent(projectDir: string): boolean {
  const built = modifiedMs(path.join(projectDir, 'dist/module.js'));
  const sources = ['src', '.config', 'package-lock.json'].map((entry) => path.join(projectDir, entry));
  return built !== undefined && Math.max(...sources.map(newestMs)) <= built;
}

function newestMs(entry: string): number {
  if (!existsSync(entry)) {
    return 0;
  }
  if (statSync(entry).isFile()) {
    return statSync(entry).mtimeMs;
  }
  const children = readdirSync(entry, { withFileTypes: true, recursive: true }).filter((child) => child.isFile());
  return Math.max(0, ...children.map((child) => statSync(path.join(child.parentPath, child.name)).mtimeMs));
}

function modifiedMs(file: string): number | undefined {
  return existsSync(file) ? statSync(file).mtimeMs : undefined;
}
