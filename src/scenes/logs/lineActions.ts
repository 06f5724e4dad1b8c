import { type FieldFilter } from '../../domain/logs/fieldFilter';

/** What a page lets its reader do with the fields of a line; a panel on another page has none of it. */
export interface LineActions {
  onFilter: (filter: FieldFilter) => void;
  /** Shows a field as a column, or no longer. */
  onColumn: (name: string) => void;
}
