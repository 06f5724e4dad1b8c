export { builtInSystems } from './packs';
export { loadCatalog, type LoadedCatalog } from './load/loadCatalog';
export { describeProblem, type Problem } from './load/problem';
export type * from './types';
