import { type Service, type System } from '../../catalog/types';
import { type GoldenService } from '../../domain/services/golden';
import { goldenService } from '../../catalog/golden';

/** What everything else stands on: all but the applications themselves. */
export function isComponent({ kind }: Service): boolean {
  return kind !== 'application';
}

/** The components of some systems with their golden signals. */
export function goldenComponents(systems: readonly System[]): GoldenService[] {
  return systems.flatMap((system) =>
    system.services.filter(isComponent).map((service) => goldenService(system, service))
  );
}
