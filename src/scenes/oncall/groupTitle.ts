import { alertPlaces } from '../../catalog/alertPlaces';
import { type System } from '../../catalog/types';
import { countOf } from '../../domain/format/format';
import { type AlertGroup } from '../../domain/incidents/types';

/** Where a group hurts, and whose it is. */
export function groupTitle(
  { suspect, services, alerts }: AlertGroup,
  systems: readonly System[]
): { title: string; owner: string | undefined } {
  const named = alerts[0]?.labels['team'];
  if (!suspect) {
    return { title: alerts[0]?.name ?? 'Alerts', owner: named };
  }
  const system = systems.find(({ id }) => id === suspect.system);
  const team = system?.services.find(({ id }) => id === suspect.service)?.team ?? named;
  const others = services.length > 1 ? ` and ${countOf(services.length - 1, 'caller')}` : '';
  return {
    title: `${alertPlaces(systems).nameOf(suspect)}${others} · ${system?.name ?? suspect.system}`,
    owner: system?.teams.find(({ id }) => id === team)?.name ?? team,
  };
}
