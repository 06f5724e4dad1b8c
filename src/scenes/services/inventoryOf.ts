import { type System } from '../../catalog/types';
import { inventory, type InventoryRow, type ServiceFacts } from '../../domain/services/inventory';
import { type ServiceRow } from '../../domain/services/rows';
import { type SloStanding } from '../../domain/slo/standing';
import { type ActiveAlerts } from '../reliability/FiringAlerts';
import { type MeasuredServices } from './ServiceRows';

/** What the page has heard so far; absent parts are on their way, or failed. */
interface Heard {
  measured: MeasuredServices;
  alerts: ActiveAlerts | undefined;
  standings: readonly SloStanding[] | undefined;
}

/** The services with all that is known about them, most urgent first. */
export function inventoryOf(systems: readonly System[], { measured, alerts, standings }: Heard): InventoryRow[] {
  const facts = factsIndex(systems);
  return inventory(measured.rows, (row) => facts(row), { alerts: knownAlerts(alerts), standings });
}

/** That nothing fires is known only when every source answered. */
function knownAlerts(alerts: ActiveAlerts | undefined): ActiveAlerts['alerts'] | undefined {
  return alerts && (alerts.alerts.length > 0 || alerts.unread.length === 0) ? alerts.alerts : undefined;
}

function factsIndex(systems: readonly System[]): (row: ServiceRow) => ServiceFacts {
  const index = new Map<string, Map<string, ServiceFacts>>();
  for (const system of systems) {
    const teams = new Map(system.teams.map(({ id, name }) => [id, name]));
    index.set(
      system.id,
      new Map(
        system.services.map(({ id, name, team, kind }) => [
          id,
          { systemName: system.name, title: name, owner: teams.get(team) ?? team, kind, tiers: tiersOf(system, id) },
        ])
      )
    );
  }
  return ({ system, service }) =>
    index.get(system)?.get(service) ?? { systemName: system, title: service, owner: '', kind: '', tiers: [] };
}

/** The tiers that the service has promised something to. */
function tiersOf({ slos = [], tiers = [] }: System, service: string): string[] {
  const promised = new Set(slos.flatMap((slo) => (slo.service === service && slo.tier ? [slo.tier] : [])));
  return tiers.flatMap(({ id, name }) => (promised.has(id) ? [name] : []));
}
