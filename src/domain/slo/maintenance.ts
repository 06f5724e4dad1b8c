import { type EventCounts, type EventSlice } from './counts';

/** Announced work; what goes wrong meanwhile is told apart from the rest. ISO 8601 times with a zone. */
export interface Maintenance {
  id: string;
  reason: string;
  from: string;
  to: string;
  /** Ids of services; absent: the whole system. */
  services?: readonly string[] | undefined;
}

/** Some time that does not count: [fromMs, toMs). */
export interface Exclusion {
  fromMs: number;
  toMs: number;
  reason: string;
}

/** What is excluded for a service between two moments, oldest first. */
export function exclusionsOf(
  maintenance: readonly Maintenance[] | undefined,
  service: string,
  { fromMs, toMs }: { fromMs: number; toMs: number }
): Exclusion[] {
  return (maintenance ?? [])
    .filter(({ services }) => services === undefined || services.includes(service))
    .map(({ from, to, reason }) => ({ fromMs: Date.parse(from), toMs: Date.parse(to), reason }))
    .filter((one) => one.fromMs < toMs && one.toMs > fromMs)
    .sort((a, b) => a.fromMs - b.fromMs);
}

/** Counts without every slice that touches an excluded time; the raw counts stay the caller's to show beside. */
export function withoutExcluded(counts: EventCounts, exclusions: readonly Exclusion[]): EventCounts {
  if (exclusions.length === 0) {
    return counts;
  }
  const { stepMs, slices } = counts;
  const isExcluded = ({ endMs, stepMs: lengthMs = stepMs }: EventSlice) =>
    exclusions.some(({ fromMs, toMs }) => endMs > fromMs && endMs - lengthMs < toMs);
  return { stepMs, slices: slices.filter((slice) => !isExcluded(slice)) };
}
