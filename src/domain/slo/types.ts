import { type Selector } from '../promql/matchers';

/** Bad and total events are counters of events. */
export interface RatioSli {
  kind: 'ratio';
  total: Selector;
  bad: Selector;
}

/** An event is bad when it took longer than the threshold, which has to be an edge of the histogram's buckets. */
export interface LatencySli {
  kind: 'latency';
  /** Base name of a classic histogram in seconds. */
  histogram: string;
  where?: Selector['where'];
  thresholdSeconds: number;
}

/** A gauge that is 1 when good and 0 when bad (`up`); each sample counts as one event. */
export interface BooleanSli {
  kind: 'boolean';
  gauge: Selector;
}

/** Service level indicator, in events. */
export type Sli = RatioSli | LatencySli | BooleanSli;

/** What is promised to ourselves about a service. */
export interface Slo {
  id: string;
  title: string;
  description?: string | undefined;
  /** Id of a service of the same system. */
  service: string;
  /** Tier label, when the objective is about one tier only. */
  tier?: string | undefined;
  sli: Sli;
  /** 0..1, exclusive. */
  targetRatio: number;
  /** Rolling window in days. */
  windowDays: number;
  implements?: readonly string[] | undefined;
}

/** Recorded every five minutes for every SLO: its events, and the bad ones among them. */
export const SLO_EVENTS = {
  total: 'slo:events_total:increase5m',
  bad: 'slo:events_bad:increase5m',
} as const;
