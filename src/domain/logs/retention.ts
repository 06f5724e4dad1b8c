/** How long a store keeps the lines of somebody. */
export interface Kept {
  name: string;
  days: number;
}

const DAY_MS = 86_400_000;

/** How long lines are kept, in words; `undefined` when nobody says. */
export function keptText(kept: readonly Kept[]): string | undefined {
  const days = [...new Set(kept.map((one) => one.days))].sort((a, b) => a - b);
  if (days.length < 2) {
    return days[0] === undefined ? undefined : `Lines are kept ${days[0]} days.`;
  }
  const parts = days.map((count) => `${count} days (${namesOf(kept.filter((one) => one.days === count))})`);
  return `Lines are kept ${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}.`;
}

/** Whose lines of the time range are gone already, the shortest kept first. */
export function goneOf(kept: readonly Kept[], fromMs: number, nowMs: number): Kept[] {
  return kept.filter(({ days }) => fromMs < nowMs - days * DAY_MS).sort((a, b) => a.days - b.days);
}

/** From when on there are lines, Unix milliseconds. */
export const keptFromMs = ({ days }: Kept, nowMs: number) => nowMs - days * DAY_MS;

const namesOf = (kept: readonly Kept[]) => kept.map(({ name }) => name).join(', ');
