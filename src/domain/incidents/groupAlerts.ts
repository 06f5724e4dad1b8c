import { type Alert } from '../alerts/types';
import { describeGroup } from './describeGroup';
import { keyOfService, reachable, type ServiceGraph } from './serviceGraph';
import { type AlertGroup, type ServiceRef } from './types';
import { UnionFind } from './unionFind';

/** What grouping has to know of the catalog. */
export interface AlertPlaces extends ServiceGraph {
  /** The service that an alert is about. */
  serviceOf: (alert: Pick<Alert, 'name' | 'labels'>) => ServiceRef | undefined;
}

/** What began within half an hour of each other is likely to have one cause. */
const TOGETHER_MS = 30 * 60_000;

/**
 * Groups alerts that are likely one incident: they are about one service, or about services of which one depends on
 * the other (directly or through one between them), and began within half an hour of each other. A chain of such pairs
 * is one group. Alerts without a known service are joined with others of their rule.
 *
 * Only neighbours in time are compared, service by service: near-linear in the number of alerts.
 * @returns groups in the order of their first alert in `alerts`.
 */
export function groupAlerts(alerts: readonly Alert[], places: AlertPlaces): AlertGroup[] {
  const services = alerts.map(places.serviceOf);
  const startOf = (index: number) => alerts[index]?.activeAtMs ?? Number.MAX_SAFE_INTEGER;
  const byPlace = new Map<string, { service: ServiceRef | undefined; members: number[] }>();
  alerts.forEach(({ ruleId }, index) => {
    const service = services[index];
    const key = service ? keyOfService(service) : `rule ${ruleId}`;
    const place = byPlace.get(key);
    if (place) {
      place.members.push(index);
    } else {
      byPlace.set(key, { service, members: [index] });
    }
  });

  const groups = new UnionFind(alerts.length);
  for (const { members } of byPlace.values()) {
    members.sort((a, b) => startOf(a) - startOf(b));
    members.slice(1).forEach((index, position) => {
      const previous = members[position]!;
      if (startOf(index) - startOf(previous) <= TOGETHER_MS) {
        groups.join(previous, index);
      }
    });
  }
  // The alerts of one service are joined by now: those of another meet them at their nearest neighbours in time.
  const joinNearest = (few: readonly number[], many: readonly number[]) => {
    for (const index of few) {
      const next = firstAt(many, (other) => startOf(other) >= startOf(index));
      for (const other of many.slice(Math.max(0, next - 1), next + 1)) {
        if (Math.abs(startOf(other) - startOf(index)) <= TOGETHER_MS) {
          groups.join(index, other);
        }
      }
    }
  };
  for (const { service, members } of byPlace.values()) {
    for (const dependency of service ? reachable(service, places) : []) {
      const theirs = byPlace.get(keyOfService(dependency))?.members ?? [];
      if (members.length < theirs.length) {
        joinNearest(members, theirs);
      } else {
        joinNearest(theirs, members);
      }
    }
  }
  return groups.sets().map((members) =>
    describeGroup(
      members.map((index) => ({ alert: alerts[index]!, service: services[index] })),
      places
    )
  );
}

/** Position of the first of sorted values for which `holds`, which holds for all after it; the length when for none. */
function firstAt(sorted: readonly number[], holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle]!)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
