import { type Alert as AnyAlert } from '../domain/alerts/types';
import { type AlertPlaces } from '../domain/incidents/groupAlerts';
import { type ServiceRef } from '../domain/incidents/types';
import { serviceName } from './lookup';
import { type Alert, type System } from './types';

type ActiveAlert = Pick<AnyAlert, 'name' | 'labels'>;

/** Where alerts belong in the catalog: by the labels of our own rules, else by the name of a rule that the catalog has. */
export function alertPlaces(
  systems: readonly System[]
): AlertPlaces & { ruleOf: (alert: ActiveAlert) => Alert | undefined } {
  const ruleOf = (alert: ActiveAlert) => findRule(systems, alert)?.rule;
  return {
    ruleOf,
    serviceOf: (alert) => serviceOf(systems, alert),
    dependenciesOf: ({ system, service }) =>
      (systems.find(({ id }) => id === system)?.services.find(({ id }) => id === service)?.dependsOn ?? []).map(
        (dependency) => ({ system, service: dependency })
      ),
    nameOf: ({ system, service }) => serviceName(systems, system, service),
  };
}

function serviceOf(systems: readonly System[], alert: ActiveAlert): ServiceRef | undefined {
  const found = findRule(systems, alert);
  const system = systems.find(({ id }) => id === alert.labels['system'])?.id ?? found?.system;
  const service = alert.labels['service'] || alert.labels['component'] || found?.rule.service;
  return system !== undefined && service ? { system, service } : undefined;
}

/** Names of alerts occur in more than one system; without a system only a name that one system has is sure. */
function findRule(
  systems: readonly System[],
  { name, labels }: ActiveAlert
): { system: string; rule: Alert } | undefined {
  const label = labels['system'];
  const found = systems
    .filter(({ id }) => label === undefined || id === label)
    .flatMap(({ id, alerts = [] }) =>
      alerts.filter((rule) => rule.name === name).map((rule) => ({ system: id, rule }))
    );
  return found.length === 1 || label !== undefined ? found[0] : undefined;
}
