import { type Routing } from '../domain/alerts/routing/types';
import { type LogFields } from '../domain/logs/fields';
import { type LogQuery } from '../domain/logs/logQuery';
import { type VersionSource } from '../domain/changes/types';
import { type Matchers } from '../domain/promql/matchers';
import { type Rotation } from '../domain/onCall/types';
import { type Runbook } from '../domain/runbook/types';
import { type Direction, type Signal, type Thresholds } from '../domain/signals/types';
import { type Sla } from '../domain/sla/types';
import { type Maintenance } from '../domain/slo/maintenance';
import { type Slo } from '../domain/slo/types';
import { type Stack } from '../domain/stack/types';
import { type Tiering } from '../domain/tiers/tiering';

/** Ids of requirements (see coverage/) that an entry fulfils. */
interface Traceable {
  implements?: readonly string[] | undefined;
}

export interface Team extends Traceable {
  id: string;
  name: string;
  /** Where it is reached: a channel, an address. */
  contact?: string | undefined;
  /** Who is on call, and when. */
  rotation?: Rotation | undefined;
}

export type ServiceKind = 'application' | 'platform' | 'edge' | 'datastore' | 'infrastructure' | 'monitoring';

/** Which signals say how a service is, by reference (`service.signal` or `system.signal`). */
export interface GoldenSignals {
  traffic?: string | undefined;
  /** A ratio of failed events. */
  errors?: string | undefined;
  /** A quantile of a histogram; the other quantiles are taken from the same histogram. */
  latency?: string | undefined;
  saturation?: string | undefined;
  /** Matchers that narrow shared signals to this service. */
  where?: Matchers | undefined;
  /** The entry stands for many services, told apart by this label. */
  splitBy?: string | undefined;
}

/** Anything that can be on fire. */
export interface Service extends Traceable {
  id: string;
  name: string;
  description?: string | undefined;
  kind: ServiceKind;
  team: string;
  /** Who answers for it when its team has no rotation. */
  owner?: string | undefined;
  /** Customers use it directly: its incidents are announced. */
  isPublic?: boolean | undefined;
  dependsOn?: readonly string[] | undefined;
  /** Where its targets are found: matchers on `up`. */
  scrape?: Matchers | undefined;
  signals?: Readonly<Record<string, Signal>> | undefined;
  golden?: GoldenSignals | undefined;
  traces?: { service: string } | undefined;
  logs?: { schema: string; where?: Readonly<Record<string, string>> | undefined } | undefined;
}

/** A class of customers or deployments with its own objectives. */
export interface Tier extends Traceable {
  id: string;
  name: string;
  description?: string | undefined;
  /** A named colour of Grafana's palette; identity, never state. */
  colour: string;
  /** Its telemetry is carried over by hand: it comes late, and nothing is known in between. */
  isImported?: boolean | undefined;
  sla?: Sla | undefined;
}

export type PanelKind =
  | 'stat'
  | 'timeseries'
  | 'gauge'
  | 'bar-gauge'
  | 'table'
  | 'state-timeline'
  | 'heatmap'
  | 'bar-chart'
  | 'pie-chart'
  | 'slo-attainment'
  | 'slo-status'
  | 'slo-budgets'
  | 'firing-alerts'
  /** Bars: lines over time, by group. */
  | 'log-timeline'
  /** A table: lines of each group, and the share of a part. */
  | 'log-groups'
  /** The lines themselves; each leads to its trace. */
  | 'log-lines';

/** One query of a panel: a signal by reference (`service-id.signal` or `system.signal`) and how it is drawn. */
export interface PanelQuery {
  signal: string;
  by?: readonly string[] | undefined;
  /** Grafana legend template, `{{label}}`. */
  legend?: string | undefined;
  /** Further matchers of this panel only. */
  where?: Matchers | undefined;
}

/** Where a panel leads: a page of the app, with route parameters. */
export interface PanelLink {
  title: string;
  page:
    | 'executive'
    | 'platform'
    | 'edge-tiers'
    | 'services'
    | 'boards'
    | 'slos'
    | 'alerts'
    | 'traces'
    | 'logs'
    | 'runbooks';
  params?: Readonly<Record<string, string>> | undefined;
}

export interface Panel extends Traceable {
  id: string;
  title: string;
  description?: string | undefined;
  kind: PanelKind;
  queries?: readonly PanelQuery[] | undefined;
  /** What the kinds that draw logs ask. */
  logs?: LogQuery | undefined;
  /** Objectives and alerts of this service only. */
  service?: string | undefined;
  /** Overrides of the first signal's. */
  unit?: string | undefined;
  thresholds?: Thresholds | undefined;
  direction?: Direction | undefined;
  decimals?: number | undefined;
  min?: number | undefined;
  max?: number | undefined;
  /** The axis grows past it when data does; a hard maximum would hide the worst moments. */
  softMax?: number | undefined;
  stacked?: boolean | undefined;
  /** The panel's own time range, e.g. `24h`, whatever the page's. */
  timeFrom?: string | undefined;
  /** Columns of 24, and height in pixels. */
  columns?: number | undefined;
  heightPx?: number | undefined;
  links?: readonly PanelLink[] | undefined;
}

export interface BoardRow {
  title?: string | undefined;
  panels: readonly Panel[];
}

/** What a reader types before some panels can answer. It is a variable of the page's URL. */
export interface BoardInput {
  id: string;
  label: string;
  description?: string | undefined;
}

export type BoardPage = 'executive' | 'platform' | 'edge-tiers' | 'services' | 'boards' | 'logs';

/** A dashboard. */
export interface Board extends Traceable {
  id: string;
  title: string;
  description?: string | undefined;
  page: BoardPage;
  inputs?: readonly BoardInput[] | undefined;
  rows: readonly BoardRow[];
}

/** From most to least urgent. Systems use the words that their people know; `high` ranks below `critical`. */
export type AlertSeverity = 'critical' | 'high' | 'warning' | 'medium' | 'info';

export interface Alert extends Traceable {
  id: string;
  /** Name of the Prometheus alert. */
  name: string;
  service: string;
  /** The label that names the service, when one rule watches several; `service` is the one it is filed under. */
  serviceLabel?: string | undefined;
  severity: AlertSeverity;
  /** The firing condition: a signal against a bound, for `for`. */
  condition: {
    signal: string;
    by?: readonly string[] | undefined;
    op: '>' | '<' | '>=' | '<=' | '==';
    value: number;
  };
  for: string;
  /** Rule group; alerts without one go to the system's own. */
  group?: string | undefined;
  /** Whether it wakes somebody up. Default: critical ones do. */
  page?: boolean | undefined;
  summary: string;
  description?: string | undefined;
  /** Id of a runbook of the same system, which lists this alert. */
  runbook?: string | undefined;
}

/** A measurement that Prometheus keeps under a name of its own, with the label `system` and those of `by`. */
export interface Recording extends Traceable {
  id: string;
  /** Name of the recorded series: `level:metric:operation`. */
  record: string;
  /** What the value is, where the name could mislead. */
  description?: string | undefined;
  signal: string;
  by?: readonly string[] | undefined;
  /** Window of rates; 5m when absent. */
  rateWindow?: string | undefined;
  /** Rule group; recordings without one go to the system's own. */
  group?: string | undefined;
}

/** A rule group of alerts or recordings and how often it is evaluated. */
export interface AlertGroup extends Traceable {
  id: string;
  interval: string;
}

/** Where the fields of a system's log documents are. Earlier names win. */
export interface LogSchema extends Traceable {
  id: string;
  indexPattern: string;
  timeField: string;
  fields: LogFields;
  /** Lines less grave than this are not shipped. */
  lowestLevel?: string | undefined;
  /** How long the store keeps lines; what is older is gone. */
  retentionDays?: number | undefined;
}

/** What a page can be narrowed by. */
export type FilterRole = 'environment' | 'tenant' | 'instance';

/** Everything about one observed system. */
export interface System extends Traceable {
  id: string;
  name: string;
  description?: string | undefined;
  teams: readonly Team[];
  tiers?: readonly Tier[] | undefined;
  tiering?: Tiering | undefined;
  services: readonly Service[];
  /** Measurements of the system as a whole. */
  signals?: Readonly<Record<string, Signal>> | undefined;
  boards?: readonly Board[] | undefined;
  slos?: readonly Slo[] | undefined;
  /** Announced work, which reports tell apart. */
  maintenance?: readonly Maintenance[] | undefined;
  alerts?: readonly Alert[] | undefined;
  alertGroups?: readonly AlertGroup[] | undefined;
  recordings?: readonly Recording[] | undefined;
  /** Who hears of its alerts; without it, the severity decides. */
  routing?: (Routing & Traceable) | undefined;
  /** E-mail addresses of those who are told of critical incidents beside the receivers of the alerts. */
  leadership?: readonly string[] | undefined;
  /** What the mean time to recovery has to stay below. */
  recoveryTargetMinutes?: number | undefined;
  logSchemas?: readonly LogSchema[] | undefined;
  /** The label of the system's metrics that plays each role; one that no metric carries is left out. */
  filterLabels?: Readonly<Partial<Record<FilterRole, string>>> | undefined;
  /** Where its metrics tell which versions run. */
  versions?: readonly VersionSource[] | undefined;
  runbooks?: readonly Runbook[] | undefined;
  /** What watches it. */
  stack?: Stack | undefined;
}

/** All systems that the app knows. */
export interface Catalog {
  systems: readonly System[];
}
