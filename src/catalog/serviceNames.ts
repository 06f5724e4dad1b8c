import { type Matchers } from '../domain/promql/matchers';
import { type Panel, type Service, type System } from './types';

/** Names under which a service goes outside of the catalog: in its traces, targets and labels. */
export function aliasesOf({ traces, scrape, golden }: Service): string[] {
  return [...new Set([...(traces ? [traces.service] : []), ...plainValues(scrape), ...plainValues(golden?.where)])];
}

function plainValues(where: Matchers = {}): string[] {
  return Object.values(where).filter((matcher) => typeof matcher === 'string');
}

/**
 * The one service that a panel is about.
 * @returns `undefined` for a panel about several, or about the system as a whole.
 */
export function panelService(panel: Panel, system: System): Service | undefined {
  const named = new Set(
    panel.service !== undefined
      ? [panel.service]
      : (panel.queries ?? []).map(({ signal, where = {} }) => {
          const filtered = system.services.find((service) => plainValues(where).includes(service.id));
          return filtered?.id ?? signal.slice(0, signal.indexOf('.'));
        })
  );
  const [only] = named;
  return named.size === 1 ? system.services.find(({ id }) => id === only) : undefined;
}
