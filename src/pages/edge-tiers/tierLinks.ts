import { pagePath, pageUrl } from '../../app/navigation';
import { type TieredSystem } from '../../domain/tiers/types';

/** A tier, as it is found by the name that stands in a URL. */
export interface FoundTier {
  system: TieredSystem;
  tierId: string;
}

const SEPARATOR = '.';

/** The name of a tier in URLs: its id, with its system's before it where two systems have a tier of that id. */
export function tierName(systems: readonly TieredSystem[], system: TieredSystem, tierId: string): string {
  const owners = systems.filter(({ tiers }) => tiers.some(({ id }) => id === tierId));
  return owners.length > 1 ? `${system.system}${SEPARATOR}${tierId}` : tierId;
}

/** The tier behind a name of a URL; `undefined` when there is none, or several. */
export function findTier(systems: readonly TieredSystem[], name: string): FoundTier | undefined {
  const found = systems.flatMap((system) =>
    system.tiers
      .filter(({ id }) => name === tierName(systems, system, id) || name === `${system.system}${SEPARATOR}${id}`)
      .map(({ id }) => ({ system, tierId: id }))
  );
  return found.length === 1 ? found[0] : undefined;
}

/** Path of a tier's page, or of one of its parts. */
export function tierPath(systems: readonly TieredSystem[], { system, tierId }: FoundTier, part?: string): string {
  const name = tierName(systems, system, tierId);
  return part === undefined ? pagePath('edge-tiers', name) : pagePath('edge-tiers', name, part);
}

/** A link to it that keeps the time range and the variables of `search`. */
export function tierUrl(
  systems: readonly TieredSystem[],
  { system, tierId }: FoundTier,
  search: string,
  part?: string
): string {
  const name = tierName(systems, system, tierId);
  return pageUrl('edge-tiers', part === undefined ? [name] : [name, part], search);
}
