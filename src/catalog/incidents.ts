import { ALERT_SEVERITY } from '../domain/incidents/notices';
import { type IncidentDraft, type ServiceRef } from '../domain/incidents/types';
import { allReceivers } from '../domain/alerts/routing/tree';
import { type Receiver } from '../domain/alerts/routing/types';
import { alertmanagerInput } from './alertmanager';
import { notificationsOf } from './notifications';
import { type Responder, respondersOf } from './responders';
import { type System } from './types';

/** Customers use the service directly. */
export function isPublicService({ system, service }: ServiceRef, systems: readonly System[]): boolean {
  const found = systems.find(({ id }) => id === system)?.services.find(({ id }) => id === service);
  return found?.isPublic === true;
}

/** Whom the routing names for the alerts of an incident, as if they had its severity; each receiver once. */
export function incidentReceivers(draft: IncidentDraft, systems: readonly System[]): Receiver[] {
  const labelled = draft.alerts.length > 0 ? draft.alerts : draft.affectedServices.map(labelsOf(systems));
  const names = labelled.flatMap(({ labels }) => {
    const severity = ALERT_SEVERITY[draft.severity];
    return notificationsOf({ labels: { ...labels, severity } }, [], systems).deliveries.map(({ receiver }) => receiver);
  });
  const receivers = allReceivers(alertmanagerInput(systems).systems);
  return [...new Set(names)].flatMap((name) => receivers.find((receiver) => receiver.name === name) ?? []);
}

/** Who is told of critical incidents beside them. */
export function incidentLeadership({ affectedServices }: IncidentDraft, systems: readonly System[]): string[] {
  const ids = new Set(affectedServices.map(({ system }) => system));
  return [...new Set(systems.filter(({ id }) => ids.has(id)).flatMap(({ leadership = [] }) => leadership))];
}

/** Who answers for an incident: the teams of its services, else those that its alerts name. */
export function incidentResponders(draft: IncidentDraft, systems: readonly System[], nowMs: number): Responder[] {
  const ofServices = respondersOf(
    draft.affectedServices.map((service) => ({ service })),
    systems,
    nowMs
  );
  const ofAlerts = draft.alerts.map(({ labels }) => ({ team: labels['team'], system: labels['system'] }));
  return ofServices.length > 0 ? ofServices : respondersOf(ofAlerts, systems, nowMs);
}

function labelsOf(systems: readonly System[]) {
  return ({ system, service }: ServiceRef): { labels: Record<string, string> } => {
    const team = systems.find(({ id }) => id === system)?.services.find(({ id }) => id === service)?.team;
    return { labels: { system, service, ...(team === undefined ? {} : { team }) } };
  };
}
