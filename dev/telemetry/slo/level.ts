import type { Signal } from '../../../src/domain/signals/types';
import type { Selector } from '../../../src/domain/promql/matchers';
import { keepsBound } from '../../../src/domain/slo/level';
import type { LevelSli } from '../../../src/domain/slo/types';
import type { Of } from '../model';

/** Reads the models: each series' value of a gauge, or events per second of all series of a counter. */
export interface ModelReader {
  gauges(selector: Selector): Array<Of<number>>;
  rate(selector: Selector): Of<number> | undefined;
}

/** How often a level is judged: the interval of the recording rules. */
const JUDGED_PER_SECOND = 1 / 300;

/** Events of a level objective: one for each judgement. `undefined` for what only a database can evaluate. */
export function levelRates(sli: LevelSli, models: ModelReader): { total: Of<number>; bad: Of<number> } | undefined {
  const value = valueOf(sli.signal, models);
  return (
    value && {
      total: () => JUDGED_PER_SECOND,
      bad: (tMs, world) => (keepsBound(sli, value(tMs, world)) ? 0 : JUDGED_PER_SECOND),
    }
  );
}

function valueOf(signal: Signal, models: ModelReader): Of<number> | undefined {
  switch (signal.kind) {
    case 'rate':
      return models.rate(signal);
    case 'gauge': {
      const gauges = models.gauges(signal);
      const aggregate = AGGREGATIONS[signal.aggregation];
      return gauges.length > 0 ? (tMs, world) => aggregate(gauges.map((gauge) => gauge(tMs, world))) : undefined;
    }
    case 'utilisation': {
      const used = models.gauges(signal.used);
      const capacity =
        typeof signal.capacity === 'number' ? [constant(signal.capacity)] : models.gauges(signal.capacity);
      const sum = (parts: Array<Of<number>>): Of<number> => {
        return (tMs, world) => AGGREGATIONS.sum(parts.map((part) => part(tMs, world)));
      };
      return used.length > 0 && capacity.length > 0
        ? (tMs, world) => sum(used)(tMs, world) / sum(capacity)(tMs, world)
        : undefined;
    }
    default:
      return undefined;
  }
}

const constant =
  (value: number): Of<number> =>
  () =>
    value;

const AGGREGATIONS = {
  sum: (values: number[]) => values.reduce((total, value) => total + value, 0),
  avg: (values: number[]) => values.reduce((total, value) => total + value, 0) / values.length,
  min: (values: number[]) => Math.min(...values),
  max: (values: number[]) => Math.max(...values),
  count: (values: number[]) => values.length,
} as const;
