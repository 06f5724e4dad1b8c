import { stringify } from 'yaml';
import { loadCatalog } from '../../catalog/load/loadCatalog';
import { type Problem } from '../../catalog/load/problem';
import { type System } from '../../catalog/types';
import { countOf } from '../../domain/format/format';

/** The stored catalog as text: provisioning may have stored a value instead. */
export function catalogText(stored: unknown): string {
  if (stored === undefined || stored === null) {
    return '';
  }
  return typeof stored === 'string' ? stored : stringify(stored);
}

/** What the app would do with this text on top of the built-in systems. */
export function checkCatalog(
  builtIn: readonly System[],
  text: string
): { problems: readonly Problem[]; summary: string; systems: readonly System[] } {
  const { catalog, problems } = loadCatalog(builtIn, text.trim() ? text : undefined);
  const services = catalog.systems.reduce((sum, system) => sum + system.services.length, 0);
  const what = `${countOf(catalog.systems.length, 'system')} with ${countOf(services, 'service')}`;
  return {
    problems,
    systems: catalog.systems,
    summary: text.trim() ? `Valid: ${what}.` : `The built-in catalog is used: ${what}.`,
  };
}
