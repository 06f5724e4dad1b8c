import { type Matchers } from '../../promql/matchers';
import { type Inhibition, type Receiver, type Route, type Routing } from './types';

/** A system with its own word on who hears of its alerts. */
export interface SystemRouting {
  system: string;
  routing?: Routing | undefined;
}

const CRITICAL = ['critical', 'P0'];
const HIGH = ['high', 'error', 'P1'];
const MEDIUM = ['warning', 'medium', 'P2'];
const LOW = ['info', 'low', 'P3'];
const severity = (words: readonly string[]): Matchers => ({ severity: { anyOf: words } });

/** Receivers of systems that name none, by severity. */
const COMMON_RECEIVERS: readonly Receiver[] = [
  { name: 'page', pagerduty: true, slack: ['#alerts-critical'] },
  { name: 'chat', slack: ['#alerts-warning'] },
  { name: 'email', email: ['on-call@example.org'] },
];

const COMMON_ROUTES: readonly Route[] = [
  { matchers: severity(CRITICAL), receiver: 'page', groupWait: '10s', repeatInterval: '1h' },
  { matchers: severity(HIGH), receiver: 'page' },
  { matchers: severity(MEDIUM), receiver: 'chat' },
  { matchers: severity(LOW), receiver: 'email', repeatInterval: '24h' },
];

/**
 * One tree for all systems. A system that says who hears of its alerts has a branch of its own; for the others the
 * severity decides. Alerts of different systems are never bundled: their names are the same.
 */
export function routingTree(systems: readonly SystemRouting[]): Route {
  return {
    receiver: 'email',
    groupBy: ['system', 'alertname', 'service'],
    groupWait: '30s',
    groupInterval: '5m',
    repeatInterval: '4h',
    routes: [
      ...systems.flatMap(({ system, routing }) =>
        routing ? [ofSystem({ ...routing.route, matchers: { ...routing.route.matchers, system } }, system)] : []
      ),
      ...COMMON_ROUTES,
    ],
  };
}

function ofSystem(route: Route, system: string): Route {
  return {
    ...route,
    ...(route.receiver ? { receiver: receiverName(system, route.receiver) } : {}),
    ...(route.routes ? { routes: route.routes.map((child) => ofSystem(child, system)) } : {}),
  };
}

/** Systems call their receivers alike: `enis-critical`. */
function receiverName(system: string, name: string): string {
  return `${system}-${name}`;
}

/** All receivers of the tree, by the names that it uses, with the system that they belong to. */
export function allReceivers(systems: readonly SystemRouting[]): Array<Receiver & { system?: string }> {
  return [
    ...COMMON_RECEIVERS,
    ...systems.flatMap(({ system, routing }) =>
      (routing?.receivers ?? []).map((receiver) => ({ ...receiver, name: receiverName(system, receiver.name), system }))
    ),
  ];
}

/**
 * What silences what: a faster tier of an objective the slower ones, a severe alert the same one at a lower severity,
 * and what the systems say of their own.
 * @param tierOrders ids of burn-rate tiers, fastest first.
 */
export function allInhibitions(
  systems: readonly SystemRouting[],
  tierOrders: readonly (readonly string[])[]
): Inhibition[] {
  return [
    ...burnInhibitions(tierOrders),
    { source: severity(CRITICAL), target: severity([...HIGH, ...MEDIUM, ...LOW]), equal: SAME_ALERT },
    { source: severity(HIGH), target: severity([...MEDIUM, ...LOW]), equal: SAME_ALERT },
    ...systems.flatMap(({ system, routing }) =>
      (routing?.inhibitions ?? []).map(({ source, target, equal }) => ({
        source: { ...source, system },
        target: { ...target, system },
        equal: ['system', ...equal],
      }))
    ),
  ];
}

// Without `slo`, an objective would silence every other one of its service.
const SAME_ALERT = ['system', 'service', 'alertname', 'instance', 'slo'];

function burnInhibitions(tierOrders: readonly (readonly string[])[]): Inhibition[] {
  const slower = new Map<string, Set<string>>();
  for (const order of tierOrders) {
    order.slice(0, -1).forEach((faster, index) => {
      const known = slower.get(faster) ?? new Set<string>();
      order.slice(index + 1).forEach((tier) => known.add(tier));
      slower.set(faster, known);
    });
  }
  return [...slower].map(([faster, tiers]) => ({
    source: { alertname: 'SloErrorBudgetBurn', burn: faster },
    target: { alertname: 'SloErrorBudgetBurn', burn: { anyOf: [...tiers] } },
    equal: ['system', 'slo'],
  }));
}
