import { type Rotation, type Shift } from './types';
import { wallAt } from '../time/wallClock';
import { momentOf, wallOf } from './zonedTime';

const DAY_MS = 86_400_000;
const DEFAULT_DAYS = 7;

/**
 * Who is on call at a moment. Turns begin at the same time of day all the year: the hand-over at nine is at nine in
 * summer and in winter.
 * @returns undefined before the first turn, and when nobody is in the rotation.
 */
export function shiftAt(rotation: Rotation, nowMs: number): Shift | undefined {
  const person = personAt(rotation, nowMs);
  if (person === undefined) {
    return undefined;
  }
  // The same person may follow themselves: look on until somebody else does, or everybody had a turn.
  let atMs = nowMs;
  const most = rotation.people.length + 2 * (rotation.overrides?.length ?? 0) + 1;
  for (let step = 0; step < most; step++) {
    const changeMs = nextChange(rotation, atMs);
    if (changeMs === undefined) {
      return { person };
    }
    const next = personAt(rotation, changeMs);
    if (next !== person) {
      return { person, untilMs: changeMs, next };
    }
    atMs = changeMs;
  }
  return { person };
}

function personAt(rotation: Rotation, atMs: number): string | undefined {
  const standIn = overridesOf(rotation).find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  if (standIn) {
    return standIn.person;
  }
  const { people, startsAt } = rotation;
  if (startsAt === undefined || people.length === 1) {
    return people[0];
  }
  const turn = turnAt(rotation, startsAt, atMs);
  return turn < 0 ? undefined : people[turn % people.length];
}

/** The next moment at which somebody else may take over. */
function nextChange(rotation: Rotation, atMs: number): number | undefined {
  const { people, startsAt } = rotation;
  const edges = overridesOf(rotation).flatMap(({ fromMs, toMs }) => [fromMs, toMs]);
  if (startsAt !== undefined && people.length > 1) {
    edges.push(startOfTurn(rotation, startsAt, turnAt(rotation, startsAt, atMs) + 1));
  }
  const later = edges.filter((edgeMs) => edgeMs > atMs);
  return later.length > 0 ? Math.min(...later) : undefined;
}

/** Number of the turn, from 0; negative before the first. */
function turnAt(rotation: Rotation, startsAt: string, atMs: number): number {
  const wallMs = wallAt(atMs, rotation.timeZone ?? 'UTC');
  const counted = Math.floor((wallMs - wallOf(startsAt)) / (daysOf(rotation) * DAY_MS));
  // In the hour that a clock shows twice, counting on the wall is one off.
  if (startOfTurn(rotation, startsAt, counted) > atMs) {
    return counted - 1;
  }
  return startOfTurn(rotation, startsAt, counted + 1) <= atMs ? counted + 1 : counted;
}

function startOfTurn(rotation: Rotation, startsAt: string, turn: number): number {
  return momentOf(wallOf(startsAt) + turn * daysOf(rotation) * DAY_MS, rotation.timeZone ?? 'UTC');
}

function daysOf({ days = DEFAULT_DAYS }: Rotation): number {
  return days;
}

function overridesOf({ overrides = [], timeZone = 'UTC' }: Rotation) {
  return overrides.map(({ person, from, to }) => ({
    person,
    fromMs: momentOf(wallOf(from), timeZone),
    toMs: momentOf(wallOf(to), timeZone),
  }));
}
