import { type AlertInstance, type AlertRule, type AlertState } from '../alerts/types';
import { severityRank } from '../alerts/urgency';

/** An alert rule as the catalog has it. */
export interface PlannedRule {
  name: string;
  severity: string;
  /** PromQL duration. */
  for: string;
  summary: string;
  runbook?: string | undefined;
  /** Service that it is filed under, or `undefined` when a label of its series names the service. */
  service?: string | undefined;
}

/** A rule about a service, from the catalog, from what evaluates it, or both. */
export interface ServiceRule {
  name: string;
  severity: string | undefined;
  summary: string | undefined;
  for: string | undefined;
  runbook?: string | undefined;
  /** Absent: nobody evaluates it. */
  state?: AlertState | undefined;
  /** Its active instances about this service. */
  instances: readonly AlertInstance[];
  /** When the earliest of them became active, Unix milliseconds. */
  sinceMs?: number | undefined;
  /** Why it cannot be evaluated. */
  problem?: string | undefined;
  /** Who evaluates it. */
  source?: string | undefined;
}

const STATE_ORDER: ReadonlyArray<AlertState | undefined> = ['firing', 'unknown', 'pending', undefined, 'inactive'];

/**
 * The rules about a service with their state now; what needs a person first. Rules of the catalog that nobody evaluates
 * stay in the list: they cannot fire, and that has to be seen.
 * @param planned of the service's system, those about the service or about any service.
 */
export function serviceRules(
  planned: readonly PlannedRule[],
  loaded: readonly AlertRule[],
  { system, service }: { system: string; service: string }
): ServiceRule[] {
  const ofSystem = loaded.filter(({ labels }) => labels['system'] === system);
  const own = planned.filter((rule) => rule.service === undefined || rule.service === service);
  const rules = own.map((rule): ServiceRule => {
    const found = ofSystem.find(({ name }) => name === rule.name);
    return {
      name: rule.name,
      severity: rule.severity,
      summary: readable(rule.summary),
      for: rule.for,
      runbook: rule.runbook,
      ...stateFor(found, service, rule.service === undefined),
    };
  });
  const names = new Set(planned.map(({ name }) => name));
  const unplanned = ofSystem.filter(({ name, labels }) => !names.has(name) && labels['service'] === service);
  return [
    ...rules,
    ...unplanned.map((rule) => ({
      name: rule.name,
      severity: rule.severity,
      summary: rule.annotations['summary'],
      for: undefined,
      ...stateFor(rule, service, false),
    })),
  ].sort(
    (a, b) =>
      STATE_ORDER.indexOf(a.state) - STATE_ORDER.indexOf(b.state) ||
      severityRank(a.severity) - severityRank(b.severity) ||
      a.name.localeCompare(b.name)
  );
}

/** The text of a rule whose labels nobody has filled in yet: `{{ $labels.provider }}` becomes `‹provider›`. */
function readable(template: string): string {
  return template.replace(/\{\{[^}]*\$labels\.(\w+)[^}]*\}\}/g, '‹$1›').replace(/\{\{[^}]*\}\}/g, '‹value›');
}

type Now = Pick<ServiceRule, 'state' | 'instances' | 'sinceMs' | 'problem' | 'source'>;

/** @param isShared the rule watches several services; only what it says about this one counts. */
function stateFor(rule: AlertRule | undefined, service: string, isShared: boolean): Now {
  if (!rule) {
    return { instances: [] };
  }
  const active = rule.instances.filter(({ state, labels }) => state !== 'inactive' && labels['service'] === service);
  const starts = active.flatMap(({ activeAtMs }) => (activeAtMs === null ? [] : [activeAtMs]));
  return {
    state: isShared ? worstOf(active) : rule.state,
    instances: active,
    sinceMs: starts.length > 0 ? Math.min(...starts) : undefined,
    problem: rule.lastError,
    source: rule.source.name,
  };
}

function worstOf(instances: readonly AlertInstance[]): AlertState {
  return STATE_ORDER.find((state) => instances.some((one) => one.state === state)) ?? 'inactive';
}
