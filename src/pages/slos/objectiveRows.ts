import { type System } from '../../catalog/types';
import { type ObjectiveRow } from '../../domain/slo/list';
import { type SloStanding, type SystemSlo } from '../../domain/slo/standing';
import { type Slo } from '../../domain/slo/types';

/** Every objective of the systems. */
export function allObjectives(systems: readonly System[]): SystemSlo[] {
  return systems.flatMap((system) => (system.slos ?? []).map((slo) => ({ system: system.id, slo })));
}

/** The names that people know an objective's surroundings by; ids where the catalog has no names. */
export function objectiveNames(systems: readonly System[], systemId: string, slo: Pick<Slo, 'service' | 'tier'>) {
  const system = systems.find(({ id }) => id === systemId);
  const service = system?.services.find(({ id }) => id === slo.service);
  return {
    systemName: system?.name ?? systemId,
    serviceName: service?.name ?? slo.service,
    team: nameIn(system?.teams, service?.team) ?? '',
    tierName: nameIn(system?.tiers, slo.tier),
  };
}

function nameIn(entries: ReadonlyArray<{ id: string; name: string }> | undefined, id: string | undefined) {
  return entries?.find((entry) => entry.id === id)?.name ?? id;
}

/** Standings with names. */
export function objectiveRows(systems: readonly System[], standings: readonly SloStanding[]): ObjectiveRow[] {
  return standings.map((standing) => ({ ...standing, ...objectiveNames(systems, standing.system, standing.slo) }));
}
