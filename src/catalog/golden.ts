import { type GoldenService } from '../domain/services/golden';
import { findSignal } from './lookup';
import { type Service, type System } from './types';

/** A service with the signals that its entry names. */
export function goldenService(system: System, service: Service): GoldenService {
  const { traffic, errors, latency, saturation, where, splitBy } = service.golden ?? {};
  const named = { traffic, errors, latency, saturation };
  const signals = Object.fromEntries(
    Object.entries(named).flatMap(([name, reference]) =>
      reference === undefined ? [] : [[name, findSignal(system, reference)]]
    )
  );
  return { system: system.id, service: service.id, signals, where, splitBy };
}

/** All services of some systems. */
export function goldenServices(systems: readonly System[]): GoldenService[] {
  return systems.flatMap((system) => system.services.map((service) => goldenService(system, service)));
}
