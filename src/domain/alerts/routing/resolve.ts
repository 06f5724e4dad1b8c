import { type Matcher, type Matchers } from '../../promql/matchers';
import { type Route } from './types';

/** What Alertmanager does when nobody says otherwise. */
export const ALERTMANAGER_DEFAULTS = { groupWait: '30s', groupInterval: '5m', repeatInterval: '4h' } as const;

/** Where an alert goes, and how it is bundled. */
export interface Delivery {
  receiver: string;
  groupBy: readonly string[];
  groupWait: string;
  groupInterval: string;
  repeatInterval: string;
}

type Labels = Readonly<Record<string, string>>;

/** True when all matchers hold; an absent label is empty, as in Alertmanager. */
export function matchesAll(matchers: Matchers | undefined, labels: Labels): boolean {
  return Object.entries(matchers ?? {}).every(([label, matcher]) => matchesOne(matcher, labels[label] ?? ''));
}

function matchesOne(matcher: Matcher, value: string): boolean {
  if (typeof matcher === 'string') {
    return value === matcher;
  }
  if ('not' in matcher) {
    return value !== matcher.not;
  }
  if ('anyOf' in matcher) {
    return matcher.anyOf.includes(value);
  }
  const isNegated = 'notRe' in matcher;
  return new RegExp(`^(?:${isNegated ? matcher.notRe : matcher.re})$`).test(value) !== isNegated;
}

/**
 * Walks the routing tree as Alertmanager does: the deepest matching branch of each matching child decides, and later
 * children follow only after one that says `continue`.
 * @param root its receiver takes what no branch wants.
 */
export function deliveries(root: Route, labels: Labels): Delivery[] {
  return walk(root, labels, { receiver: root.receiver ?? '', groupBy: [], ...ALERTMANAGER_DEFAULTS });
}

function walk(route: Route, labels: Labels, inherited: Delivery): Delivery[] {
  const own: Delivery = {
    receiver: route.receiver ?? inherited.receiver,
    groupBy: route.groupBy ?? inherited.groupBy,
    groupWait: route.groupWait ?? inherited.groupWait,
    groupInterval: route.groupInterval ?? inherited.groupInterval,
    repeatInterval: route.repeatInterval ?? inherited.repeatInterval,
  };
  const found: Delivery[] = [];
  for (const child of route.routes ?? []) {
    if (matchesAll(child.matchers, labels)) {
      found.push(...walk(child, labels, own));
      if (!child.continue) {
        break;
      }
    }
  }
  return found.length > 0 ? found : [own];
}
