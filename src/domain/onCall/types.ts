/** Who takes turns at being on call for a team. Local times are in the rotation's own time zone: `2026-01-05T09:00`. */
export interface Rotation {
  /** Names, handles or addresses, in the order of their turns. */
  people: readonly string[];
  /** When the first turn began, and at what time of day the others do. Of no use with one person only. */
  startsAt?: string | undefined;
  /** IANA name; UTC when absent. */
  timeZone?: string | undefined;
  /** How many days a turn lasts; 7 when absent. */
  days?: number | undefined;
  /** Who stands in, and when; of several for one moment the first counts. */
  overrides?: readonly Override[] | undefined;
}

export interface Override {
  person: string;
  /** Local times; the end is not part of it. */
  from: string;
  to: string;
}

/** Who is on call at a moment. */
export interface Shift {
  person: string;
  /** Unix milliseconds of the next hand-over to somebody else; undefined when there is none. */
  untilMs?: number | undefined;
  /** Who takes over then; undefined when nobody does, or nothing is known. */
  next?: string | undefined;
}
