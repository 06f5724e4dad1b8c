import { userCatalog } from '../schema/system';
import { type Catalog, type System } from '../types';
import { applyPatches } from './merge';
import { check, parseText, type Parsed } from './parse';
import { type Problem } from './problem';
import { checkReferences } from './references';

/** A catalog that works, and what was wrong with the part that was left out. */
export interface LoadedCatalog {
  catalog: Catalog;
  problems: Problem[];
}

/**
 * Adds a user's catalog to the built-in packs.
 *
 * All or nothing: with any problem in the user's part, the catalog is the packs alone. A half-applied catalog would
 * show pages that nobody wrote.
 * @param packs the built-in systems.
 * @param source YAML or JSON text, an already parsed value (Grafana's provisioning gives one), or nothing.
 */
export function loadCatalog(packs: readonly System[], source: unknown): LoadedCatalog {
  const builtIn = { systems: packs };
  if (source === undefined || source === null || source === '') {
    return { catalog: builtIn, problems: [] };
  }
  const parsed: Parsed =
    typeof source === 'string' ? parseText(source) : { value: source, locate: () => undefined, problems: [] };
  if (parsed.problems.length > 0) {
    return { catalog: builtIn, problems: parsed.problems };
  }
  const checked = check(userCatalog, parsed.value, parsed.locate);
  if (checked.value === undefined) {
    return { catalog: builtIn, problems: checked.problems };
  }
  const systems = applyPatches(packs, checked.value.systems);
  const problems = systems.flatMap((system) =>
    checkReferences(system).map((problem) => ({ ...problem, path: `${system.id}: ${problem.path}` }))
  );
  return problems.length > 0 ? { catalog: builtIn, problems } : { catalog: { systems }, problems: [] };
}
