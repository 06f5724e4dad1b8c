import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { StackFailure } from '../failure';
import type { StackPaths } from '../paths';
import { outputOf, runLogged } from '../process/run';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of a Chromium on PATH, or CHROMIUM_PATH; undefined when there is none. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env['CHROMIUM_PATH']) {
    return env['CHROMIUM_PATH'];
  }
  const folders = (env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return programs.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(isExecutable);
}

/** Finds a Chromium or installs Debian's. Throws a StackFailure that says what to do where it cannot. */
export async function installChromium(paths: StackPaths): Promise<string> {
  const found = findChromium();
  if (found) {
    return found;
  }
  const isRootOnDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (!isRootOnDebian || (await outputOf('apt-get', ['--version'])) === undefined) {
    throw new StackFailure(
      'No Chromium was found; the browser tests need one. Install it (Debian: sudo apt-get install chromium; macOS: brew install --cask chromium) or set CHROMIUM_PATH to its program.'
    );
  }
  const apt = {
    command: 'apt-get',
    cwd: paths.projectDir,
    logFile: path.join(paths.buildDir, 'chromium.log'),
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  };
  await runLogged({ ...apt, label: 'Updating the package lists', args: ['update'] });
  await runLogged({
    ...apt,
    label: 'Installing Chromium',
    args: ['install', '--yes', '--no-install-recommends', 'chromium'],
  });
  const installed = findChromium();
  if (!installed) {
    throw new StackFailure('Chromium was installed but is not on PATH; set CHROMIUM_PATH to its program.');
  }
  return installed;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
