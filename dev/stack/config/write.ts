import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { StackPaths } from '../paths';

/** @returns the absolute path of the generated configuration */
export function writeConfig(paths: StackPaths, name: string, text: string): string {
  mkdirSync(paths.configDir, { recursive: true });
  const file = path.join(paths.configDir, name);
  writeFileSync(file, text);
  return file;
}
