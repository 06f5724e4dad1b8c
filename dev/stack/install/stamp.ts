import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A fingerprint of a recipe (versions, flags) and of every file that it builds from. */
export function stampOf(recipe: unknown, sources: string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(recipe));
  for (const file of sources.flatMap(filesUnder).sort()) {
    hash.update(`\0${path.basename(file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** True when the outputs exist and came from this very recipe. */
export function isCurrent(stampFile: string, stamp: string, outputs: string[]): boolean {
  return (
    existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && outputs.every((file) => existsSync(file))
  );
}

export function writeStamp(stampFile: string, stamp: string): void {
  mkdirSync(path.dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

function filesUnder(entry: string): string[] {
  if (!existsSync(entry)) {
    return [];
  }
  const children = readdirSync(entry, { withFileTypes: true, recursive: true });
  return children.filter((child) => child.isFile()).map((child) => path.join(child.parentPath, child.name));
}
