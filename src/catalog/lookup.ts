import { type Signal } from '../domain/signals/types';
import { type System } from './types';

/** The name under which a system's own signals are referred to. */
export const SYSTEM_OWNER = 'system';

/**
 * The signal behind `service-id.signal-id` or `system.signal-id`.
 * @throws Error for a reference that leads nowhere; loading a catalog has refused those.
 */
export function findSignal(system: System, reference: string): Signal {
  const separator = reference.indexOf('.');
  const owner = reference.slice(0, separator);
  const name = reference.slice(separator + 1);
  const signals = owner === SYSTEM_OWNER ? system.signals : system.services.find(({ id }) => id === owner)?.signals;
  const signal = signals?.[name];
  if (!signal) {
    throw new Error(`${system.id} has no signal "${reference}"`);
  }
  return signal;
}

/** The name of a service, or its id when the catalog does not know it. */
export function serviceName(systems: readonly System[], systemId: string, serviceId: string): string {
  const system = systems.find(({ id }) => id === systemId);
  return system?.services.find(({ id }) => id === serviceId)?.name ?? serviceId;
}
