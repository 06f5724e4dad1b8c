import { type Alert } from '../alerts/types';
import { severityRank } from '../alerts/urgency';
import { type HealthState, rollUp, urgencyOf } from '../health/states';
import { byUrgency, type SloState } from '../slo/attainment';
import { type SloStanding } from '../slo/standing';
import { nameOf, type ServiceRow } from './rows';

/** What the catalog says about a service, as far as a table shows and filters it. */
export interface ServiceFacts {
  systemName: string;
  /** What people call it. */
  title: string;
  /** Team, by name. */
  owner: string;
  kind: string;
  /** Ids of the tiers that it has objectives for. */
  tiers: readonly string[];
}

/** What fires about a service. */
export interface FiringSummary {
  count: number;
  /** The most severe first. */
  alerts: readonly Alert[];
  /** The first of them; absent when nothing fires. */
  worst?: Alert | undefined;
  /** When the earliest of them began, Unix milliseconds. */
  sinceMs?: number | undefined;
}

/** How the objectives of a service stand. */
export interface SloSummary {
  count: number;
  state: SloState;
  /** The worst objective. */
  title: string;
}

/** A row of the services table with all that is known about the service. */
export interface InventoryRow extends ServiceRow, ServiceFacts {
  /** Unique in the table. */
  id: string;
  name: string;
  /** Absent: the alerts could not be read. */
  firing?: FiringSummary | undefined;
  /** Absent: it has no objectives, or they could not be read. */
  slo?: SloSummary | undefined;
}

/** What a row needs of an objective. */
export type RowStanding = Pick<SloStanding, 'system' | 'slo' | 'attainment'>;

interface InventoryAnswers {
  /** Active alerts of all systems; `undefined` when not all of them could be read. */
  alerts?: readonly Alert[] | undefined;
  standings?: readonly RowStanding[] | undefined;
}

/** Joins measurements, catalog, alerts and objectives; most urgent first. One pass, whatever the number of services. */
export function inventory(
  rows: readonly ServiceRow[],
  factsOf: (row: ServiceRow) => ServiceFacts,
  { alerts, standings }: InventoryAnswers
): InventoryRow[] {
  const firing = groupBy(alerts?.filter(({ state }) => state === 'firing') ?? [], alertKey);
  const slos = groupBy(standings ?? [], ({ system, slo }) => keyOf(system, slo.service));
  return rows
    .map((row): InventoryRow => {
      const name = nameOf(row);
      const key = keyOf(row.system, name);
      const own = alerts && firingSummary(firing.get(key) ?? []);
      return {
        ...row,
        ...factsOf(row),
        ...withAlerts(row, own),
        id: `${row.system}/${row.service}/${row.split ?? ''}`,
        name,
        firing: own,
        slo: sloSummary(slos.get(key) ?? []),
      };
    })
    .sort(byUrgencyThenName);
}

/** What fires among some alerts, and since when. */
export function firingSummary(alerts: readonly Alert[]): FiringSummary {
  const firing = alerts
    .filter(({ state }) => state === 'firing')
    .sort((a, b) => severityRank(a.severity) - severityRank(b.severity));
  const starts = firing.flatMap(({ activeAtMs }) => (activeAtMs === null ? [] : [activeAtMs]));
  return {
    count: firing.length,
    alerts: firing,
    worst: firing[0],
    sinceMs: starts.length > 0 ? Math.min(...starts) : undefined,
  };
}

/** Whether an alert is about the service of this name. */
export function isAbout({ labels }: Alert, system: string, name: string): boolean {
  return labels['system'] === system && labels['service'] === name;
}

const SEVERITY_STATES: readonly HealthState[] = ['critical', 'critical', 'warning'];

/** The state that an alert puts its service in; alerts that only inform leave it as it is. */
export function stateOfSeverity(severity: string | undefined): HealthState {
  return SEVERITY_STATES[severityRank(severity)] ?? 'ok';
}

/** A service is as bad as the worst of its signals and alerts. Budgets are about weeks: they have a column of their own. */
export function withAlerts(
  { state, because }: Pick<ServiceRow, 'state' | 'because'>,
  firing: FiringSummary | undefined
): Pick<ServiceRow, 'state' | 'because'> {
  if (!firing?.worst) {
    return { state, because };
  }
  const { annotations, name, severity } = firing.worst;
  // The alert first: of equals it says more.
  const worst = rollUp([
    { state: stateOfSeverity(severity), part: annotations['summary'] ?? name },
    { state, part: because },
  ]);
  return { state: worst.state, because: worst.part };
}

// Services without signals go last: there is nothing to see, and nothing to do at night.
function urgency({ state }: InventoryRow): number {
  return state === 'not-configured' ? Number.MAX_SAFE_INTEGER : urgencyOf(state);
}

/** The order of the table at first: what needs a person is on top. */
export function byUrgencyThenName(a: InventoryRow, b: InventoryRow): number {
  return urgency(a) - urgency(b) || (b.firing?.count ?? 0) - (a.firing?.count ?? 0) || a.name.localeCompare(b.name);
}

function sloSummary(standings: readonly RowStanding[]): SloSummary | undefined {
  const [worst] = [...standings].sort((a, b) => byUrgency(a.attainment, b.attainment));
  return worst && { count: standings.length, state: worst.attainment.state, title: worst.slo.title };
}

const keyOf = (system: string, name: string) => JSON.stringify([system, name]);
const alertKey = ({ labels }: Alert) => keyOf(labels['system'] ?? '', labels['service'] ?? '');

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) {
      group.push(item);
    } else {
      groups.set(key(item), [item]);
    }
  }
  return groups;
}
