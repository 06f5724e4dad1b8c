import { type SceneObject } from '@grafana/scenes';
import { type System } from '../../catalog/types';
import { type Comparison } from '../../domain/changes/comparison';
import { type LabelFilter } from '../../domain/signals/filters';
import { pageFilters } from '../page/PageFilters';
import { chosenComparison } from '../variables/compare';

/** What a page adds to the queries of its panels. */
export interface QueryContext {
  filters: readonly LabelFilter[];
  comparison?: Comparison | undefined;
}

/** A page without controls. */
export const NO_CONTEXT: QueryContext = { filters: [] };

/** What the page of `object` adds to queries about a system; `undefined` while that is not known yet. */
export function queryContext(object: SceneObject, system: System): QueryContext | undefined {
  const page = pageFilters(object);
  const filters = page ? page.filtersOf(system) : [];
  return filters && { filters, comparison: chosenComparison(object) };
}
