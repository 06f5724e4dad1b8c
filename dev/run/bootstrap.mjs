// Runs on a bare checkout: Node's own modules only.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const oldestNodeMajor = 20;

/** Makes the checkout runnable: a new enough Node, and the packages that the lock file names. */
export function bootstrap() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < oldestNodeMajor) {
    fail(`Node ${oldestNodeMajor} or newer is needed; this is ${process.version}. Install it and try again.`);
  }
  const lock = createHash('sha256')
    .update(readFileSync(path.join(projectDir, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(projectDir, 'node_modules/.watchkeeper-lock');
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
  if (installed === lock) {
    return;
  }
  if (packagesMatchLock()) {
    // Installed by hand, or a change of the lock file that does not concern this machine.
    writeFileSync(stamp, lock);
    return;
  }
  console.error(
    existsSync(path.join(projectDir, 'node_modules'))
      ? 'package-lock.json has changed: installing the packages (npm ci) …'
      : 'Installing the packages (npm ci; a minute or two) …'
  );
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: projectDir,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.error || npm.status !== 0) {
    fail(`npm ci failed${npm.error ? `: ${npm.error.message}` : ''}. Its messages above say why.`);
  }
  writeFileSync(stamp, lock);
}

/** npm's own record of what it installed, compared with what the lock file wants. */
function packagesMatchLock() {
  const record = path.join(projectDir, 'node_modules/.package-lock.json');
  if (!existsSync(record)) {
    return false;
  }
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(path.join(projectDir, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([name, entry]) => name === '' || entry.optional || entry.link || installed[name]?.version === entry.version
  );
}

/** Runs a TypeScript entry point with this process's terminal and passes its exit code on. */
export function runTypeScript(script, args) {
  const child = spawn(process.execPath, ['--import', 'tsx', path.join(projectDir, script), ...args], {
    cwd: projectDir,
    stdio: 'inherit',
  });
  // The child decides how to end: it may have servers to stop first.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => fail(error.message));
  child.on('close', (code) => process.exit(code ?? 1));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
