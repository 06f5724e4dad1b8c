import { type Alert } from '../alerts/types';
import { countOf } from '../format/format';
import { alertId } from './alertId';
import { hashText } from './hashText';
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
function groupId(alert: Alert): string {
  return hashText(`${alertId(alert)} ${alert.activeAtMs}`);
}
