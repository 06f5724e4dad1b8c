import { findSignal } from '../../catalog/lookup';
import { type Panel, type PanelQuery, type System } from '../../catalog/types';
import { type Matchers } from '../../domain/promql/matchers';
import { type Signal } from '../../domain/signals/types';
import { type Tiering } from '../../domain/tiers/tiering';

const HEIGHT_PX = 300;

/** Panels of a tier or a part, with the system that they are drawn from: its signals, and those made for them. */
export interface TierPanels {
  system: System;
  panels: readonly Panel[];
}

interface Measured {
  system: System;
  tiering: Tiering;
  /** Signals by reference. */
  traffic: string | undefined;
  errors: string | undefined;
  latency: string | undefined;
  queue: string | undefined;
}

function measuredOf(system: System, tiering: Tiering): Measured {
  const { traffic, errors, latency } = system.services.find(({ id }) => id === tiering.service)?.golden ?? {};
  return { system, tiering, traffic, errors, latency, queue: tiering.queue };
}

/** Graphs of one tier: its parts beside each other, and the distribution of the duration. */
export function tierPanels(system: System, tiering: Tiering, tier: string): TierPanels {
  const { traffic, errors, latency, queue } = measuredOf(system, tiering);
  const { label, singular } = tiering.part;
  const where = { [tiering.label]: tier };
  const byPart = (signal: string): PanelQuery => ({ signal, where, by: [label], legend: `{{${label}}}` });
  const buckets = bucketSignal(system, latency);
  return {
    system: withSignals(system, { [BUCKETS]: buckets }),
    panels: [
      ...graph('tier-traffic', `Executions by ${singular}`, traffic && [byPart(traffic)]),
      ...graph(
        'tier-errors',
        `Failed executions by ${singular}`,
        errors && [byPart(errors)],
        upToBound(system, errors)
      ),
      ...graph('tier-latency', `Duration p95 by ${singular}`, latency && [byPart(latency)]),
      ...graph('tier-queue', `Queue depth by ${singular}`, queue && [byPart(queue)]),
      ...(buckets ? [heatmap('tier-distribution', where)] : []),
    ],
  };
}

/** Graphs of one part of a tier. */
export function partPanels(system: System, tiering: Tiering, tier: string, part: string): TierPanels {
  const { traffic, errors, latency, queue } = measuredOf(system, tiering);
  const where = { [tiering.label]: tier, [tiering.part.label]: part };
  const outcomes = tiering.outcomes ?? [];
  const legend = outcomes.map((label) => `{{${label}}}`).join(' ');
  const quantiles = quantileSignals(system, latency);
  const buckets = bucketSignal(system, latency);
  const failures = failureSignal(system, errors);
  const byOutcome = (signal: string): PanelQuery[] => [{ signal, where, by: outcomes, legend }];
  return {
    system: withSignals(system, { ...quantiles, [BUCKETS]: buckets, [FAILURES]: failures }),
    panels: [
      ...graph('part-traffic', 'Executions by outcome', traffic && byOutcome(traffic)),
      ...graph('part-failures', 'Failures by status', failures && byOutcome(`system.${FAILURES}`), {
        kind: 'bar-chart',
        description:
          'Failed executions within each five minutes (more on long time ranges), by how and why they failed.',
      }),
      ...graph(
        'part-errors',
        'Share of failed executions',
        errors && [{ signal: errors, where }],
        upToBound(system, errors)
      ),
      ...graph(
        'part-latency',
        'Duration',
        latency && Object.keys(quantiles).map((name) => ({ signal: `system.${name}`, where, legend: name.slice(-3) })),
        thresholdsOf(system, latency)
      ),
      ...graph('part-queue', 'Queue depth', queue && [{ signal: queue, where, legend: part }]),
      ...(buckets ? [heatmap('part-distribution', where)] : []),
    ],
  };
}

function graph(
  id: string,
  title: string,
  queries: readonly PanelQuery[] | undefined | '',
  more: Partial<Panel> = {}
): Panel[] {
  return queries ? [{ id, title, kind: 'timeseries', queries, columns: 12, heightPx: HEIGHT_PX, ...more }] : [];
}

/** An axis that reaches the first bound, so that nothing at all looks like nothing. */
function upToBound(system: System, reference: string | undefined): Partial<Panel> {
  const { warning, critical } = (reference === undefined ? undefined : findSignal(system, reference).thresholds) ?? {};
  return { softMax: warning ?? critical };
}

const BUCKETS = 'tier-duration-buckets';

function heatmap(id: string, where: Matchers): Panel {
  return {
    id,
    title: 'Duration over time',
    description: 'How many executions of each five minutes took how long, by the buckets of the histogram.',
    kind: 'heatmap',
    queries: [{ signal: `system.${BUCKETS}`, where, by: ['le'], legend: '{{le}}' }],
    columns: 12,
    heightPx: HEIGHT_PX,
  };
}

/** Executions by bucket, in the step's own window: what a heat map is drawn from. */
function bucketSignal(system: System, latency: string | undefined): Signal | undefined {
  const signal = latency === undefined ? undefined : findSignal(system, latency);
  return signal?.kind === 'quantile'
    ? {
        kind: 'increase',
        title: signal.title,
        metric: `${signal.histogram}_bucket`,
        where: signal.where,
        window: '$__rate_interval',
        unit: signal.unit,
        direction: 'neutral',
      }
    : undefined;
}

const QUANTILES = { 'tier-duration-p50': 0.5, 'tier-duration-p95': 0.95, 'tier-duration-p99': 0.99 } as const;

/** The quantiles of the histogram that the catalog names one of; no bounds, which belong to that one. */
function quantileSignals(system: System, latency: string | undefined): Record<string, Signal> {
  const signal = latency === undefined ? undefined : findSignal(system, latency);
  return signal?.kind === 'quantile'
    ? Object.fromEntries(Object.entries(QUANTILES).map(([name, quantile]) => [name, { ...signal, quantile }]))
    : {};
}

function thresholdsOf(system: System, latency: string | undefined): Partial<Panel> {
  const signal = latency === undefined ? undefined : findSignal(system, latency);
  return signal?.kind === 'quantile'
    ? { description: `The line is the bound of p${Math.round(signal.quantile * 100)}.` }
    : {};
}

const FAILURES = 'tier-failures';

/** How many executions failed: a share of few says less than their number. */
function failureSignal(system: System, errors: string | undefined): Signal | undefined {
  const signal = errors === undefined ? undefined : findSignal(system, errors);
  return signal?.kind === 'ratio'
    ? {
        kind: 'increase',
        title: 'Failures',
        ...signal.part,
        window: '$__rate_interval',
        unit: 'short',
        direction: 'neutral',
      }
    : undefined;
}

function withSignals(system: System, signals: Readonly<Record<string, Signal | undefined>>): System {
  const made = Object.entries(signals).filter((entry): entry is [string, Signal] => entry[1] !== undefined);
  return { ...system, signals: { ...system.signals, ...Object.fromEntries(made) } };
}
