import { type ServiceRef } from './types';

/** Who calls whom. */
export interface ServiceGraph {
  /** The services that a service calls. */
  dependenciesOf: (service: ServiceRef) => readonly ServiceRef[];
  /** Name to show. */
  nameOf: (service: ServiceRef) => string;
}

/** A failure shows in the callers, and in the callers' callers. */
const MAX_DISTANCE = 2;

/** One text for each service. */
export function keyOfService({ system, service }: ServiceRef): string {
  return JSON.stringify([system, service]);
}

/** The services that a failure of which would show in `service`; without itself, also when calls go in a circle. */
export function reachable(service: ServiceRef, { dependenciesOf }: ServiceGraph): ServiceRef[] {
  const found = new Map([[keyOfService(service), service]]);
  let edge: readonly ServiceRef[] = [service];
  for (let distance = 0; distance < MAX_DISTANCE; distance++) {
    const next = edge.flatMap((one) => [...dependenciesOf(one)]).filter((one) => !found.has(keyOfService(one)));
    next.forEach((one) => found.set(keyOfService(one), one));
    edge = next;
  }
  return [...found.values()].slice(1);
}
