import { type Alert } from './types';

/** What an alert says in a line. A rule without an instance shows its template, which says nothing: its name does. */
export function alertSummary({ name, annotations }: Pick<Alert, 'name' | 'annotations'>): string {
  const summary = annotations['summary'];
  return summary && !summary.includes('{{') ? summary : name;
}
