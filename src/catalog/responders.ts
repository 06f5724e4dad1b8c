import { type ServiceRef } from '../domain/incidents/types';
import { shiftAt } from '../domain/onCall/shiftAt';
import { type Shift } from '../domain/onCall/types';
import { type System, type Team } from './types';

/** Who answers for a service now. */
export interface Responder {
  system: string;
  /** Absent when the catalog does not know the team. */
  team?: Team | undefined;
  /** Who is on call by the team's rotation; absent when it has none, or it has not begun. */
  shift?: Shift | undefined;
  /** Of the service. */
  owner?: string | undefined;
}

/** Something with an owner: a service, or an alert that names a team. */
interface Owned {
  /** Id of a team; wins over the service's. */
  team?: string | undefined;
  service?: ServiceRef | undefined;
  system?: string | undefined;
}

/** Who answers for a service or an alert at a moment; undefined when the catalog knows neither team nor owner. */
export function responderOf(owned: Owned, systems: readonly System[], nowMs: number): Responder | undefined {
  const system = systems.find(({ id }) => id === (owned.service?.system ?? owned.system));
  const service = system?.services.find(({ id }) => id === owned.service?.service);
  const team = [owned.team, service?.team]
    .map((id) => system?.teams.find((one) => one.id === id))
    .find((one) => one !== undefined);
  if (!system || (!team && service?.owner === undefined)) {
    return undefined;
  }
  return { system: system.id, team, shift: team?.rotation && shiftAt(team.rotation, nowMs), owner: service?.owner };
}

/** The responders of several things, each team and owner once, in their order. */
export function respondersOf(all: readonly Owned[], systems: readonly System[], nowMs: number): Responder[] {
  const found = all.flatMap((owned) => responderOf(owned, systems, nowMs) ?? []);
  const keyOf = ({ system, team, owner }: Responder) => JSON.stringify([system, team?.id, team?.rotation ? '' : owner]);
  return [...new Map(found.map((responder) => [keyOf(responder), responder])).values()];
}

/**
 * Who an incident should be given to: whoever is on call for the team, else the owner of the service, else nobody.
 * Source: document 004, assignment.
 */
export function proposedAssignee(responders: readonly Responder[]): { person: string; because: string } | undefined {
  const onCall = responders.find(({ shift }) => shift !== undefined);
  if (onCall?.shift && onCall.team) {
    return { person: onCall.shift.person, because: `on call for ${onCall.team.name}` };
  }
  const owner = responders.find((responder) => responder.owner !== undefined)?.owner;
  return owner === undefined ? undefined : { person: owner, because: 'owner of the service' };
}

/**
 * Who is on call, in a few words, or why nobody knows.
 * @param formatTime how a moment is written.
 */
export function responderInWords({ team, shift, owner }: Responder, formatTime: (timeMs: number) => string): string {
  const name = team?.name ?? 'the service';
  if (shift) {
    const until = shift.untilMs === undefined ? '' : ` until ${formatTime(shift.untilMs)}`;
    const next = shift.untilMs !== undefined && shift.next !== undefined ? `, then ${shift.next}` : '';
    return `${shift.person} for ${name}${until}${next}`;
  }
  const ask = [owner && `owner ${owner}`, team?.contact && `ask ${team.contact}`].filter(Boolean).join(', ');
  const missing = team?.rotation ? `the rotation of ${name} has not begun` : `no rotation for ${name}`;
  return ask ? `${missing}: ${ask}` : missing;
}
