import { type Service, type System } from './types';

/** A service with its system. */
export interface FoundService {
  system: System;
  service: Service;
  /** The catalog's entry, when the service is one of many that an entry stands for. */
  memberOf?: Service | undefined;
}

/**
 * The service of an id: an entry of the catalog, or one of the services that an entry with `splitBy` stands for. Whether
 * such a service exists is in the metrics and not in the catalog, so any name may be one.
 */
export function findService(systems: readonly System[], systemId: string, id: string): FoundService | undefined {
  const system = systems.find((one) => one.id === systemId);
  const service = system?.services.find((one) => one.id === id);
  if (!system || service) {
    return system && service && { system, service };
  }
  const memberOf = system.services.find(({ golden }) => golden?.splitBy !== undefined);
  return memberOf && { system, service: member(system, memberOf, id), memberOf };
}

/** One of the services that an entry stands for. Its label's value is its name in traces and logs too. */
function member(system: System, entry: Service, name: string): Service {
  const { splitBy, where, ...golden } = entry.golden ?? {};
  const schema = system.logSchemas?.[0];
  const [serviceField] = schema?.fields.service ?? [];
  return {
    ...entry,
    id: name,
    name,
    description: `One of ${entry.name}.`,
    dependsOn: undefined,
    signals: undefined,
    golden: { ...golden, where: { ...where, ...(splitBy === undefined ? {} : { [splitBy]: name }) } },
    traces: { service: name },
    logs: schema && serviceField ? { schema: schema.id, where: { [serviceField]: name } } : undefined,
    implements: undefined,
  };
}
