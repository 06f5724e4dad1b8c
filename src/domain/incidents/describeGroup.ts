import { type Alert } from '../alerts/types';
import { countOf } from '../format/format';
import { keyOfService, reachable, type ServiceGraph } from './serviceGraph';
import { type AlertGroup, type ServiceRef } from './types';

interface Located {
  alert: Alert;
  service: ServiceRef | undefined;
}

/** A group with what is said of it: since when, which services, which of them is the likely cause. */
export function describeGroup(members: readonly Located[], graph: ServiceGraph): AlertGroup {
  const oldestFirst = [...members].sort((a, b) => startOf(a) - startOf(b));
  const services = new Map<string, ServiceRef>();
  for (const { service } of oldestFirst) {
    if (service) {
      services.set(keyOfService(service), service);
    }
  }
  const involved = [...services.values()];
  const deepest = likelyCause(involved, graph);
  // When they call each other in a circle, the first that complained is as good a guess as any.
  const suspect = deepest ?? involved[0];
  const first = oldestFirst[0]!;
  return {
    id: groupId(first.alert),
    alerts: oldestFirst.map(({ alert }) => alert),
    startedAtMs: first.alert.activeAtMs,
    services: involved,
    suspect,
    reason: reasonOf(oldestFirst.length, involved, deepest, graph),
  };
}

function startOf({ alert }: Located): number {
  return alert.activeAtMs ?? Number.MAX_SAFE_INTEGER;
}

/** The service that depends on none of the others; of several, the one whose alert came first. */
function likelyCause(involved: readonly ServiceRef[], graph: ServiceGraph): ServiceRef | undefined {
  const keys = new Set(involved.map(keyOfService));
  return involved.find((service) => !reachable(service, graph).some((one) => keys.has(keyOfService(one))));
}

function reasonOf(
  alertCount: number,
  involved: readonly ServiceRef[],
  deepest: ServiceRef | undefined,
  { nameOf }: ServiceGraph
): string {
  const alerts = countOf(alertCount, 'alert');
  const names = involved.map(nameOf);
  if (names.length === 0) {
    return `${alerts} that ${alertCount === 1 ? 'names' : 'name'} no service.`;
  }
  if (names.length === 1) {
    return `${alerts} of ${names[0]}.`;
  }
  const together = `${alerts} that began together in services that call each other: ${names.join(', ')}.`;
  return deepest ? `${together} ${nameOf(deepest)} calls none of the others: look there first.` : together;
}

/** The same for everybody who sees the group, as long as its oldest alert goes on. */
function groupId({ ruleId, labels, activeAtMs }: Alert): string {
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return hash(JSON.stringify([ruleId, sorted, activeAtMs]));
}

/** FNV-1a, 53 bits of it: short enough for a URL, long enough not to meet another. */
function hash(text: string): string {
  let [low, high] = [0x811c9dc5, 0x1000193];
  for (const character of text) {
    const code = character.codePointAt(0)!;
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return ((high >>> 0) * 2 ** 21 + ((low >>> 0) >>> 11)).toString(36);
}
