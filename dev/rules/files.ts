import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Files } from './render';

/** A folder, and the generated files that it should hold. */
export interface GeneratedFolder {
  folder: string;
  files: Files;
  /** Whether other files of this ending are left-overs. */
  ownsEnding?: string | undefined;
}

/** What differs between the folder and what the catalog says, one line a file. */
export function drift({ folder, files, ownsEnding }: GeneratedFolder): string[] {
  const changed = [...files].flatMap(([name, content]) => {
    const file = path.join(folder, name);
    if (!existsSync(file)) {
      return [`${file}: missing`];
    }
    return readFileSync(file, 'utf8') === content ? [] : [`${file}: differs`];
  });
  return [
    ...leftOvers({ folder, files, ownsEnding }).map((file) => `${file}: not in the catalog any more`),
    ...changed,
  ];
}

/** Makes the folder hold the files, and no left-overs. */
export function write(generated: GeneratedFolder): void {
  mkdirSync(generated.folder, { recursive: true });
  leftOvers(generated).forEach((file) => rmSync(file));
  for (const [name, content] of generated.files) {
    writeFileSync(path.join(generated.folder, name), content);
  }
}

function leftOvers({ folder, files, ownsEnding }: GeneratedFolder): string[] {
  if (ownsEnding === undefined || !existsSync(folder)) {
    return [];
  }
  return readdirSync(folder)
    .filter((name) => name.endsWith(ownsEnding) && !files.has(name))
    .map((name) => path.join(folder, name));
}
