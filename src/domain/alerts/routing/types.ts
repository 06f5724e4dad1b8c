import { type Matchers } from '../../promql/matchers';

/**
 * Where notifications go: addresses and channels only. Keys, tokens and passwords are never part of it; generated
 * configurations name the files that hold them.
 */
export interface Receiver {
  name: string;
  pagerduty?: boolean | undefined;
  opsgenie?: boolean | undefined;
  /** Slack channels, with their `#`. */
  slack?: readonly string[] | undefined;
  /** E-mail addresses. */
  email?: readonly string[] | undefined;
}

/** A branch of the routing tree; settings that are absent are the parent's. */
export interface Route {
  matchers?: Matchers | undefined;
  receiver?: string | undefined;
  /** Later siblings get the alert as well. */
  continue?: boolean | undefined;
  groupBy?: readonly string[] | undefined;
  groupWait?: string | undefined;
  groupInterval?: string | undefined;
  repeatInterval?: string | undefined;
  routes?: readonly Route[] | undefined;
}

/** While `source` fires, `target` is not notified when both agree in all labels of `equal`. */
export interface Inhibition {
  source: Matchers;
  target: Matchers;
  equal: readonly string[];
}

/** What a system says about who hears of its alerts. */
export interface Routing {
  route: Route;
  receivers: readonly Receiver[];
  inhibitions?: readonly Inhibition[] | undefined;
}
