import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { folder, type RunInput } from './run';

/** The coverage files and the file reader of the project at `root` (an absolute path). */
export function openProject(root: string): Pick<RunInput, 'texts' | 'readFile'> {
  const names = readdirSync(path.join(root, folder)).filter((name) => /\.ya?ml$/.test(name));
  return {
    texts: new Map(names.map((name) => [name, readFileSync(path.join(root, folder, name), 'utf8')])),
    readFile: (file) => {
      const full = path.join(root, file);
      return existsSync(full) && statSync(full).isFile() ? readFileSync(full, 'utf8') : undefined;
    },
  };
}
