import { type Matchers } from '../promql/matchers';

/** Series that tell which version of a service runs: one series for each version, present while it runs. */
export interface VersionSource {
  /** A gauge such as `app_build_info` or OpenTelemetry's `target_info`. */
  metric: string;
  where?: Matchers | undefined;
  serviceLabel: string;
  versionLabel: string;
}

/** Another version of a service came to run. */
export interface Deploy {
  kind: 'deploy';
  /** When the new version was first seen, Unix milliseconds; it is at most one step of the query late. */
  timeMs: number;
  system: string;
  service: string;
  from: string;
  to: string;
  /** It ran before. */
  isRollback: boolean;
}

/** An alert fired without a break. */
export interface AlertPeriod {
  kind: 'alert';
  system: string;
  /** Label `service` of the alert; empty when it has none. */
  service: string;
  /** Service of the catalog under which the alert is filed. */
  component: string;
  name: string;
  severity: string;
  /** Absent: it fired before the time range began. */
  beganMs?: number | undefined;
  /** Absent: it still fires at the end of the time range. */
  endedMs?: number | undefined;
}

/** A mark that somebody set by hand or by script, for example at the end of a deploy pipeline. */
export interface Mark {
  kind: 'mark';
  timeMs: number;
  /** Absent for a moment. */
  endMs?: number | undefined;
  text: string;
  tags: readonly string[];
}

export type Happening = Deploy | AlertPeriod | Mark;

/** What happened in a time range. */
export interface Changes {
  deploys: readonly Deploy[];
  alerts: readonly AlertPeriod[];
  marks: readonly Mark[];
}

/** One thing that happened at one moment. */
export type Change =
  | { timeMs: number; what: 'deploy'; deploy: Deploy }
  | { timeMs: number; what: 'alert-began' | 'alert-ended'; alert: AlertPeriod }
  | { timeMs: number; what: 'mark'; mark: Mark };
