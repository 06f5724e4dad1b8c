import { inhibitorsOf } from '../domain/alerts/routing/inhibitors';
import { type Priority, priorityOf } from '../domain/alerts/routing/priority';
import { deliveries, type Delivery } from '../domain/alerts/routing/resolve';
import { allInhibitions, routingTree } from '../domain/alerts/routing/tree';
import { alertmanagerInput } from './alertmanager';
import { type System } from './types';

interface Labelled {
  labels: Readonly<Record<string, string>>;
}

/** Who hears of an alert, by the routing that the catalog generates for Alertmanager. */
export interface Notifications<T> {
  priority: Priority | undefined;
  deliveries: readonly Delivery[];
  /** Firing alerts that silence it. */
  inhibitedBy: readonly T[];
}

/** What the generated routing does with an alert while others fire. An Alertmanager of your own may decide otherwise. */
export function notificationsOf<T extends Labelled>(
  alert: Labelled,
  firing: readonly T[],
  systems: readonly System[]
): Notifications<T> {
  const input = alertmanagerInput(systems);
  return {
    priority: priorityOf(alert.labels),
    deliveries: deliveries(routingTree(input.systems), { ...alert.labels }),
    inhibitedBy: inhibitorsOf(alert, firing, allInhibitions(input.systems, input.tierOrders)),
  };
}
