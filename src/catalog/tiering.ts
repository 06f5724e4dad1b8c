import { type TieredSystem, type WatchedTier } from '../domain/tiers/types';
import { hasBudget } from '../domain/slo/types';
import { findSignal } from './lookup';
import { type System, type Tier } from './types';

/** A system with its tiers, as their pages need it; `undefined` for one whose tiers are not measured. */
export function tieredSystem(system: System): TieredSystem | undefined {
  const { tiering, tiers = [] } = system;
  const service = system.services.find(({ id }) => id === tiering?.service);
  if (!tiering || !service || tiers.length === 0) {
    return undefined;
  }
  const { traffic, errors, latency } = service.golden ?? {};
  const signal = (reference: string | undefined) =>
    reference === undefined ? undefined : findSignal(system, reference);
  return {
    system: system.id,
    systemName: system.name,
    service: service.id,
    label: tiering.label,
    part: tiering.part,
    signals: {
      traffic: signal(traffic),
      errors: signal(errors),
      latency: signal(latency),
      queue: signal(tiering.queue),
    },
    scrape: service.scrape,
    tiers: tiers.map((tier) => watchedTier(system, tier)),
  };
}

/** All systems whose tiers are measured. */
export function tieredSystems(systems: readonly System[]): TieredSystem[] {
  return systems.flatMap((system) => tieredSystem(system) ?? []);
}

function watchedTier(system: System, { id, name, description, colour, sla, isImported = false }: Tier): WatchedTier {
  const objective = system.slos?.filter(hasBudget).find((slo) => slo.tier === id && slo.sli.kind !== 'latency');
  return {
    id,
    name,
    description,
    colour,
    isImported,
    objective: objective && {
      id: objective.id,
      title: objective.title,
      targetRatio: objective.targetRatio,
      windowDays: objective.windowDays,
    },
    agreement: sla,
  };
}
