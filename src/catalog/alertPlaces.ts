import { type Alert as AnyAlert } from '../domain/alerts/types';
import { type AlertPlaces } from '../domain/incidents/groupAlerts';
import { type ServiceRef } from '../domain/incidents/types';
import { serviceName } from './lookup';
import { type Alert, type System } from './types';

type ActiveAlert = Pick<AnyAlert, 'name' | 'labels'>;

/** Where alerts belong in the catalog: by the labels of our own rules, else by the name of a rule that the catalog has. */
export interface CatalogPlaces extends AlertPlaces {
  ruleOf: (alert: ActiveAlert) => Alert | undefined;
}

const known = new WeakMap<readonly System[], CatalogPlaces>();

/** The places of a catalog; made once for each, as every line of a long list asks for them. */
export function alertPlaces(systems: readonly System[]): CatalogPlaces {
  const places = known.get(systems) ?? makePlaces(systems);
  known.set(systems, places);
  return places;
}

interface FoundRule {
  system: string;
  rule: Alert;
}

function makePlaces(systems: readonly System[]): CatalogPlaces {
  const systemsById = new Map(systems.map((system) => [system.id, system]));
  const rules = new Map<string, FoundRule[]>();
  for (const { id, alerts = [] } of systems) {
    for (const rule of alerts) {
      rules.set(rule.name, [...(rules.get(rule.name) ?? []), { system: id, rule }]);
    }
  }
  /** Names of alerts occur in more than one system; without a system only a name that one system has is sure. */
  const findRule = ({ name, labels }: ActiveAlert): FoundRule | undefined => {
    const label = labels['system'];
    const named = rules.get(name) ?? [];
    return label === undefined && named.length > 1
      ? undefined
      : named.find(({ system }) => label === undefined || system === label);
  };
  return {
    ruleOf: (alert) => findRule(alert)?.rule,
    serviceOf: (alert): ServiceRef | undefined => {
      const { labels } = alert;
      const found = findRule(alert);
      const system = systemsById.get(labels['system'] ?? '')?.id ?? found?.system;
      const service = labels['service'] || labels['component'] || found?.rule.service;
      return system !== undefined && service ? { system, service } : undefined;
    },
    dependenciesOf: ({ system, service }) =>
      (systemsById.get(system)?.services.find(({ id }) => id === service)?.dependsOn ?? []).map((dependency) => ({
        system,
        service: dependency,
      })),
    nameOf: ({ system, service }) => serviceName(systems, system, service),
  };
}
