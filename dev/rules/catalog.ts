import { readFileSync } from 'node:fs';
import { builtInSystems, describeProblem, type System } from '../../src/catalog';

/**
 * The built-in systems, changed by a file of the user's own when there is one.
 * @param base what the file stands on.
 * @throws Error that lists what is wrong with the file.
 */
export async function systemsOf(file: string | undefined, base = builtInSystems): Promise<readonly System[]> {
  if (file === undefined) {
    return base;
  }
  const { loadCatalog } = await import('../../src/catalog');
  const { catalog, problems } = loadCatalog(base, readFileSync(file, 'utf8'));
  if (problems.length > 0) {
    throw new Error(`${file} cannot be used:\n  ${problems.map(describeProblem).join('\n  ')}`);
  }
  return catalog.systems;
}
