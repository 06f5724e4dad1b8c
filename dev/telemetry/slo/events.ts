import type { Selector } from '../../../src/domain/promql/matchers';
import type { Sli } from '../../../src/domain/slo/types';
import { lognormalCdf } from '../engine/lognormal';
import type { DistributionSeries, Labels, MetricModel, Of, SeriesBase, SystemModel, TargetModel } from '../model';
import { levelRates } from './level';
import { matchesLabels } from '../../../src/domain/promql/match';

/** How often a target is scraped: the event rate of a gauge whose samples are the events. */
const SAMPLES_PER_SECOND = 1 / 15;

/** Events per second of an indicator: all of them, and the bad ones. */
export interface EventRates {
  total: Of<number>;
  bad: Of<number>;
}

/**
 * Rates of an indicator's events, read from the metric models themselves, so that recorded counts agree with the raw
 * series. `undefined` when no series of the system matches.
 */
export function eventRates(system: SystemModel, sli: Sli): EventRates | undefined {
  switch (sli.kind) {
    case 'ratio': {
      const total = selected(system, sli.total).map(rateOf);
      return total.length === 0 ? undefined : { total: sum(total), bad: sum(selected(system, sli.bad).map(rateOf)) };
    }
    case 'good-ratio': {
      const rates = eventRates(system, { kind: 'ratio', total: sli.total, bad: sli.good });
      return (
        rates && {
          total: rates.total,
          bad: (tMs, world) => Math.max(0, rates.total(tMs, world) - rates.bad(tMs, world)),
        }
      );
    }
    case 'level':
      return levelRates(sli, {
        gauges: (selector) => gaugeValues(system, selector),
        rate: (selector) => {
          const series = selected(system, selector);
          return series.length > 0 ? sum(series.map(rateOf)) : undefined;
        },
      });
    case 'freeform':
      // Only a database can evaluate it.
      return undefined;
    case 'latency': {
      const series = selected(system, { metric: `${sli.histogram}_count`, where: sli.where });
      return series.length === 0
        ? undefined
        : { total: sum(series.map(rateOf)), bad: sum(series.map((one) => slowRateOf(one, sli.thresholdSeconds))) };
    }
    case 'boolean': {
      const values = gaugeValues(system, sli.gauge);
      return values.length === 0
        ? undefined
        : {
            total: () => values.length * SAMPLES_PER_SECOND,
            bad: sum(
              values.map(
                (value): Of<number> =>
                  (tMs, world) =>
                    (1 - value(tMs, world)) * SAMPLES_PER_SECOND
              )
            ),
          };
    }
  }
}

interface Selected {
  metric: MetricModel;
  series: SeriesBase;
  target: TargetModel;
  /** Upper bound when the selector names a bucket. */
  le?: number;
}

function selected(system: SystemModel, selector: Selector): Selected[] {
  return system.metrics.flatMap((metric) => {
    const isDistribution = metric.kind === 'histogram' || metric.kind === 'summary';
    const names = isDistribution ? [`${metric.name}_count`, `${metric.name}_bucket`] : [metric.name];
    if (!names.includes(selector.metric)) {
      return [];
    }
    const le = selector.metric.endsWith('_bucket') ? bucketBound(selector) : undefined;
    const where = { ...selector.where };
    delete where.le;
    return metric.series.flatMap((series: SeriesBase) => {
      const target = targetOf(system, series);
      return matchesLabels(where ?? {}, labelsOf(system, series, target)) ? [{ metric, series, target, le }] : [];
    });
  });
}

function bucketBound({ metric, where }: Selector): number {
  const le = Number(where?.le);
  if (Number.isNaN(le)) {
    throw new Error(`${metric}: a bucket selector needs a plain le matcher.`);
  }
  return le;
}

function rateOf({ metric, series, target, le }: Selected): Of<number> {
  if (metric.kind === 'gauge') {
    throw new Error(`${metric.name} is a gauge and counts no events.`);
  }
  const counted = series as DistributionSeries;
  return (tMs, world) => {
    if (!(target.up?.(tMs, world) ?? true) || !(series.present?.(tMs, world) ?? true)) {
      return 0;
    }
    const rate = Math.max(0, counted.ratePerSecond(tMs, world));
    return le === undefined ? rate : rate * lognormalCdf(counted.latency(tMs, world), le);
  };
}

function slowRateOf(one: Selected, thresholdSeconds: number): Of<number> {
  const rate = rateOf(one);
  const { latency } = one.series as DistributionSeries;
  return (tMs, world) => rate(tMs, world) * (1 - lognormalCdf(latency(tMs, world), thresholdSeconds));
}

function gaugeValues(system: SystemModel, gauge: Selector): Array<Of<number>> {
  if (gauge.metric === 'up') {
    return system.targets
      .filter((target) => matchesLabels(gauge.where ?? {}, targetLabels(system, target)))
      .map((target) => (tMs, world) => ((target.up?.(tMs, world) ?? true) ? 1 : 0));
  }
  return system.metrics.flatMap((metric) =>
    metric.kind === 'gauge' && metric.name === gauge.metric
      ? metric.series
          .filter((series) => matchesLabels(gauge.where ?? {}, labelsOf(system, series, targetOf(system, series))))
          .map((series) => series.value)
      : []
  );
}

function targetOf(system: SystemModel, series: SeriesBase): TargetModel {
  const target = system.targets.find(
    ({ job, instance }) => job === series.job && (series.instance === undefined || instance === series.instance)
  );
  if (!target) {
    throw new Error(`${system.id}: no target ${series.job}/${series.instance ?? '*'}.`);
  }
  return target;
}

function targetLabels(system: SystemModel, { job, instance, labels }: TargetModel): Labels {
  return { system: system.id, job, instance, ...labels };
}

function labelsOf(system: SystemModel, series: SeriesBase, target: TargetModel): Labels {
  return { ...targetLabels(system, target), ...series.labels };
}

function sum(parts: ReadonlyArray<Of<number>>): Of<number> {
  return (tMs, world) => {
    let total = 0;
    for (const part of parts) {
      total += part(tMs, world);
    }
    return total;
  };
}
