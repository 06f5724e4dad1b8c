import { readFileSync } from 'node:fs';
import { builtInSystems, describeProblem, loadCatalog, type System } from '../../src/catalog';

/**
 * The built-in systems, changed by a file of the user's own when there is one.
 * @param base what the file stands on.
 * @throws Error that lists what is wrong with the file.
 */
export function systemsOf(file: string | undefined, base = builtInSystems): readonly System[] {
  if (file === undefined) {
    return base;
  }
  const text = readFileSync(file, 'utf8');
  const json = jsonOf(text);
  // JSON is read faster as such; but only the other way knows the lines of mistakes.
  const quick = json === undefined ? undefined : loadCatalog(base, json);
  const { catalog, problems } = quick?.problems.length === 0 ? quick : loadCatalog(base, text);
  if (problems.length > 0) {
    throw new Error(`${file} cannot be used:\n  ${problems.map(describeProblem).join('\n  ')}`);
  }
  return catalog.systems;
}

function jsonOf(text: string): unknown {
  if (!text.trimStart().startsWith('{')) {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
