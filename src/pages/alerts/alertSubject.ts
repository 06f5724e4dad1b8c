import { alertPlaces } from '../../catalog/alertPlaces';
import { findService } from '../../catalog/findService';
import { type Alert as AlertRule, type Service, type System } from '../../catalog/types';
import { type Alert } from '../../domain/alerts/types';
import { type Opened } from '../../domain/runbook/address';

/** What an alert's page is about: its name and labels from the address, and what the catalog knows of it. */
export interface AlertSubject {
  name: string;
  labels: Readonly<Record<string, string>>;
  startMs: number | undefined;
  system?: System | undefined;
  service?: Service | undefined;
  rule?: AlertRule | undefined;
}

/** The subject of an address. An alert that the catalog does not know keeps its name and labels. */
export function alertSubject(name: string, { labels, startMs }: Opened, systems: readonly System[]): AlertSubject {
  const places = alertPlaces(systems);
  const alert = { name, labels };
  const place = places.serviceOf(alert);
  const found = place && findService(systems, place.system, place.service);
  return {
    name,
    labels,
    startMs,
    system: found?.system ?? systems.find(({ id }) => id === (place?.system ?? labels['system'])),
    service: found?.service,
    rule: places.ruleOf(alert),
  };
}

/** True when an active alert is the one of the address: no label of the address says otherwise. */
export function isSubject({ name, labels }: AlertSubject, alert: Alert): boolean {
  return alert.name === name && Object.entries(labels).every(([key, value]) => alert.labels[key] === value);
}
