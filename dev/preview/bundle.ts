import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { rspack } from '@rspack/core';

import { bundleConfig } from './rspack';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const CACHE = join(ROOT, '.cache', 'preview', 'bundles');
/** Bundles of other versions stay this long: a host that runs may still serve one. */
const KEEP_OTHERS_MS = 24 * 3_600_000;

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Changes whenever the bundle would: own sources, build config, installed packages. */
function inputsHash(): string {
  const hash = createHash('sha256');
  const own = [...filesBelow(join(HERE, 'client')), join(HERE, 'rspack.ts')].sort();
  for (const file of own) {
    hash.update(relative(HERE, file)).update(readFileSync(file));
  }
  const lock = join(ROOT, 'package-lock.json');
  hash.update(existsSync(lock) ? readFileSync(lock) : '');
  return hash.digest('hex').slice(0, 16);
}

function compile(output: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const compiler = rspack(bundleConfig(join(HERE, 'client', 'index.ts'), output));
    compiler.run((error, stats) => {
      const failure =
        error ?? (stats?.hasErrors() ? new Error(stats.toString({ all: false, errors: true })) : undefined);
      compiler.close(() => (failure ? reject(failure) : resolve()));
    });
  });
}

function removeOldBundles(keep: string): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (path !== keep && Date.now() - statSync(path).mtimeMs > KEEP_OTHERS_MS) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

/**
 * Builds the host page's bundle unless this version is there already. Hosts that start at once do not disturb each
 * other: each builds aside, and the first to finish stays.
 * @returns folder and version of the bundle
 * @throws Error with the compiler's messages
 */
export async function buildBundle(): Promise<{ folder: string; version: string }> {
  const version = inputsHash();
  const folder = join(CACHE, version);
  if (!existsSync(folder)) {
    process.stdout.write('preview host: building its page…\n');
    mkdirSync(CACHE, { recursive: true });
    const aside = join(CACHE, `${version}.${process.pid}`);
    await compile(aside);
    if (existsSync(folder)) {
      rmSync(aside, { recursive: true, force: true });
    } else {
      renameSync(aside, folder);
    }
    removeOldBundles(folder);
  }
  return { folder, version };
}
