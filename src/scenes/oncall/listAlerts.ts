import { alertPlaces } from '../../catalog/alertPlaces';
import { findService } from '../../catalog/findService';
import { type System } from '../../catalog/types';
import { type ListedAlert, NONE, searchText } from '../../domain/alerts/filter';
import { type Alert } from '../../domain/alerts/types';
import { type OnCallNow } from './OnCallAlerts';

/**
 * The alerts of some systems as a list shows them, most urgent first. Made once for each answer: what a list of
 * thousands needs at each key stroke is worked out here.
 * @param chosen ids of systems; alerts of no system are always listed.
 */
export function listAlerts(
  { alerts, silenced, inhibited }: Pick<OnCallNow, 'alerts' | 'silenced' | 'inhibited'>,
  systems: readonly System[],
  chosen: readonly string[] | undefined
): ListedAlert[] {
  const silences = new Map(silenced.map(({ alert, silence }) => [alert, silence]));
  const places = alertPlaces(systems);
  return alerts
    .filter(({ labels }) => !chosen || labels['system'] === undefined || chosen.includes(labels['system']))
    .map((alert): ListedAlert => {
      const silence = silences.get(alert);
      const place = places.serviceOf(alert);
      const service = place ? places.nameOf(place) : NONE;
      const team = ownerOf(alert, systems) ?? NONE;
      return {
        alert,
        silence,
        state: silence ? 'silenced' : inhibited.has(alert) ? 'inhibited' : alert.state,
        severity: alert.severity ?? NONE,
        source: alert.source.name,
        service,
        team,
        text: searchText(alert, service, team),
      };
    });
}

/** Who looks after what an alert is about: the team of its service, else the one that it names. */
export function ownerOf(alert: Alert, systems: readonly System[]): string | undefined {
  const place = alertPlaces(systems).serviceOf(alert);
  const found = place && findService(systems, place.system, place.service);
  const team = found?.service.team ?? alert.labels['team'];
  const system = found?.system ?? systems.find(({ id }) => id === alert.labels['system']);
  return system?.teams.find(({ id }) => id === team)?.name ?? team;
}
