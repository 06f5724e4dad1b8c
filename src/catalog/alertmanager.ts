import { type AlertmanagerInput } from '../domain/alerts/routing/alertmanager';
import { defaultTiers } from '../domain/slo/burnRateTiers';
import { hasBudget } from '../domain/slo/types';
import { type System } from './types';

/** What the systems say about who hears of what. */
export function alertmanagerInput(systems: readonly System[]): AlertmanagerInput {
  return { systems: systems.map(({ id, routing }) => ({ system: id, routing })), tierOrders: tierOrders(systems) };
}

/** The tiers that objectives have, each order once. */
function tierOrders(systems: readonly System[]): string[][] {
  const orders = systems.flatMap(({ slos = [] }) =>
    slos
      .filter(hasBudget)
      .map(({ burnRateTiers, windowDays }) => (burnRateTiers ?? defaultTiers(windowDays)).map(({ id }) => id))
  );
  return [...new Map(orders.map((order) => [order.join('|'), order])).values()];
}
