import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { rspack } from '@rspack/core';

import { bundleConfig } from './rspack';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '..', '..');
const OUTPUT = join(ROOT, '.cache', 'preview', 'assets');

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
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

function compile(): Promise<void> {
  return new Promise((resolve, reject) => {
    const compiler = rspack(bundleConfig(join(HERE, 'client', 'index.ts'), OUTPUT));
    compiler.run((error, stats) => {
      const failure =
        error ?? (stats?.hasErrors() ? new Error(stats.toString({ all: false, errors: true })) : undefined);
      compiler.close(() => (failure ? reject(failure) : resolve()));
    });
  });
}

/**
 * Builds the host page's bundle unless the one of last time still fits.
 * @returns folder and version of the bundle
 * @throws Error with the compiler's messages
 */
export async function buildBundle(): Promise<{ folder: string; version: string }> {
  const version = inputsHash();
  const stamp = join(OUTPUT, 'stamp');
  const fresh = existsSync(stamp) && statSync(stamp).isFile() && readFileSync(stamp, 'utf8') === version;
  if (!fresh) {
    process.stdout.write('preview host: building its page…\n');
    await compile();
    writeFileSync(stamp, version);
  }
  return { folder: OUTPUT, version };
}
