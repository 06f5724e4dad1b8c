import { type Sample } from '../metrics/types';
import { aggregate, bucketLe } from '../promql/expressions';
import { narrow, renderSelector, type Selector } from '../promql/matchers';
import { fixedLabels } from './definition';
import { type Sli } from './types';

/** Labels by which the bad events of an indicator can be told apart, and what is counted to do so. */
export interface Breakdown {
  /** Where the labels are found. */
  selector: Selector;
  /** Bad and all events of each value of a label within a window. */
  queries(label: string, window: string): { bad: string; total: string };
}

/** Labels that tell nothing about who was hurt. */
const UNTELLING: ReadonlySet<string> = new Set(['__name__', 'le', 'system']);
/** More labels are more queries. */
export const MOST_LABELS = 6;
const SHOWN_VALUES = 5;

/** How the events of an indicator can be broken down; `undefined` for those that are no counters. */
export function breakdown(sli: Sli, system: string): Breakdown | undefined {
  const counted = (selector: Selector, label: string, window: string) =>
    aggregate('sum', [label], `increase(${renderSelector(narrow(selector, { system }))}[${window}])`);
  const rest = (total: string, good: string) => `clamp_min(${total} - (${good} or ${total} * 0), 0)`;
  const top = (bad: string, total: string) => ({
    bad: `topk(${SHOWN_VALUES}, ${bad} > 0)`,
    total: `${total} and topk(${SHOWN_VALUES}, ${bad} > 0)`,
  });
  switch (sli.kind) {
    case 'ratio':
      return {
        selector: narrow(sli.bad, { system }),
        queries: (label, window) => top(counted(sli.bad, label, window), counted(sli.total, label, window)),
      };
    case 'good-ratio':
      return {
        selector: narrow(sli.total, { system }),
        queries(label, window) {
          const total = counted(sli.total, label, window);
          return top(rest(total, counted(sli.good, label, window)), total);
        },
      };
    case 'latency': {
      if (sli.native) {
        return undefined;
      }
      const all = { metric: `${sli.histogram}_count`, where: sli.where };
      const fast = { metric: `${sli.histogram}_bucket`, where: { ...sli.where, le: bucketLe(sli.thresholdSeconds) } };
      return {
        selector: narrow(all, { system }),
        queries(label, window) {
          const total = counted(all, label, window);
          return top(rest(total, counted(fast, label, window)), total);
        },
      };
    }
    case 'boolean':
      return {
        selector: narrow(sli.gauge, { system }),
        queries(label, window) {
          const gauge = renderSelector(narrow(sli.gauge, { system }));
          const over = (fn: string) => aggregate('sum', [label], `${fn}(${gauge}[${window}])`);
          return top(rest(over('count_over_time'), over('sum_over_time')), over('count_over_time'));
        },
      };
    case 'freeform':
    case 'level':
      return undefined;
  }
}

/** The labels worth asking about, of those that the series have. */
export function tellingLabels(names: readonly string[], { where }: Selector): string[] {
  const fixed = new Set(fixedLabels(where));
  return names.filter((name) => !UNTELLING.has(name) && !fixed.has(name)).slice(0, MOST_LABELS);
}

/** One value of a label, and its part in the bad events. */
export interface Contributor {
  label: string;
  value: string;
  badEvents: number;
  /** Share of all bad events of the objective, 0..1. */
  shareRatio: number;
  /** Share of its own events that were bad; absent when they are not known by this label. */
  errorRatio: number | undefined;
}

/** The values of one label, the largest part first. */
export function contributors(
  label: string,
  bad: readonly Sample[],
  total: readonly Sample[],
  allBadEvents: number
): Contributor[] {
  const totals = new Map(total.map(({ labels, value }) => [labels[label] ?? '', value]));
  return bad
    .map(({ labels, value: badEvents }) => {
      const value = labels[label] ?? '';
      const own = totals.get(value);
      return {
        label,
        value,
        badEvents,
        shareRatio: allBadEvents > 0 ? Math.min(1, badEvents / allBadEvents) : 0,
        errorRatio: own !== undefined && own > 0 ? Math.min(1, badEvents / own) : undefined,
      };
    })
    .filter(({ badEvents }) => badEvents > 0)
    .sort((a, b) => b.badEvents - a.badEvents);
}
