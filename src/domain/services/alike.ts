import { type Signal } from '../signals/types';
import { type GoldenService } from './golden';

/** Services of one system that measure the same signal and differ by the value of one label, which is their id. */
export interface AlikeServices {
  system: string;
  signal: Signal;
  label: string;
  services: readonly string[];
}

/** A service with the signal of the column that is asked for. */
export interface MeasuredService {
  service: GoldenService;
  signal: Signal;
}

/**
 * Finds services that one question with a grouping can answer for together, as a large company has them: hundreds with
 * one exporter, told apart by a label.
 * @returns those, and the rest, which have to be asked for one by one.
 */
export function splitAlike(measured: readonly MeasuredService[]): { alike: AlikeServices[]; rest: MeasuredService[] } {
  const groups = new Map<string, { first: MeasuredService; label: string; services: string[] }>();
  const rest: MeasuredService[] = [];
  for (const one of measured) {
    const label = ownLabel(one);
    if (label === undefined) {
      rest.push(one);
      continue;
    }
    const key = JSON.stringify([one.service.system, label, one.signal]);
    const group = groups.get(key);
    if (group) {
      group.services.push(one.service.service);
    } else {
      groups.set(key, { first: one, label, services: [one.service.service] });
    }
  }
  const alike: AlikeServices[] = [];
  for (const { first, label, services } of groups.values()) {
    if (services.length > 1) {
      alike.push({ system: first.service.system, signal: first.signal, label, services });
    } else {
      rest.push(first);
    }
  }
  return { alike, rest };
}

/** A count of active label values cannot be grouped by another label, nor an expression that keeps no labels. */
function canBeGrouped(signal: Signal): boolean {
  return signal.kind === 'expression' ? signal.expr.includes('$by') : signal.kind !== 'active';
}

/** The label that tells a service from its like, when nothing else narrows it and its value is the service's id. */
function ownLabel({ service: { service, where = {}, splitBy }, signal }: MeasuredService): string | undefined {
  const [matcher, ...others] = Object.entries(where);
  if (!matcher || others.length > 0 || splitBy !== undefined || !canBeGrouped(signal)) {
    return undefined;
  }
  const [label, value] = matcher;
  return value === service ? label : undefined;
}
