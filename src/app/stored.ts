import { loadCatalog } from '../catalog/load/loadCatalog';
import { type Problem } from '../catalog/load/problem';
import { type Catalog, type System } from '../catalog/types';
import { readSettings, type Settings } from './settings';

/** What the stored settings make of the built-in systems. */
export interface Stored {
  settings: Settings;
  catalog: Catalog;
  /** What was wrong; paths begin at the settings. */
  problems: readonly Problem[];
}

/** Checks the stored settings and adds the user's own catalog. */
export function readStored(builtIn: readonly System[], jsonData: unknown): Stored {
  const { settings, problems } = readSettings(jsonData);
  const loaded = loadCatalog(builtIn, settings.catalog);
  const fromCatalog = loaded.problems.map((problem) => ({
    ...problem,
    path: problem.path ? `catalog.${problem.path}` : 'catalog',
  }));
  return { settings, catalog: loaded.catalog, problems: [...problems, ...fromCatalog] };
}
