import { aggregate, bucketLe, type Window } from '../promql/expressions';
import { type Matchers, narrow, renderSelector, type Selector } from '../promql/matchers';
import { renderTemplate } from '../promql/template';
import { signalQuery } from '../signals/query';
import { type LatencySli, type LevelSli, type Slo } from '../slo/types';

/** PromQL that counts the events of an objective within one window: all of them, and the bad ones. */
export interface EventExpressions {
  total: string;
  bad: string;
}

/**
 * Counts the events of an objective from raw series.
 *
 * Increases are taken series by series before they are summed, so that the restart of one instance stays its own. An
 * error counter that does not exist yet counts zero; a bucket or a counter of good events that is missing counts
 * nothing at all, because the objective is then misconfigured and must look neither fulfilled nor breached.
 * @param where matchers that every selector gets: the system.
 */
export function eventExpressions(slo: Slo, where: Matchers, window: Window): EventExpressions {
  const events = countedEvents(slo, where, window);
  return slo.timeSlice ? slices(events, slo.timeSlice.goodRatio) : events;
}

/**
 * False for objectives whose events are five-minute periods, or are counted over one fixed window: their longer windows
 * are sums of recorded counts only.
 */
export function hasRawWindows({ sli, timeSlice }: Slo): boolean {
  if (sli.kind === 'freeform' && !(sli.total.includes('$window') && sli.bad.includes('$window'))) {
    return false;
  }
  return sli.kind !== 'level' && timeSlice === undefined;
}

function countedEvents({ sli }: Slo, where: Matchers, window: Window): EventExpressions {
  const counted = (selector: Selector) => increased(narrow(selector, where), window);
  switch (sli.kind) {
    case 'ratio': {
      const total = counted(sli.total);
      return { total, bad: `${counted(sli.bad)} or ${total} * 0` };
    }
    case 'good-ratio': {
      const total = counted(sli.total);
      return { total, bad: `clamp_min(${total} - ${counted(sli.good)}, 0)` };
    }
    case 'latency':
      return sli.native ? nativeLatency(sli, where, window) : classicLatency(sli, where, window);
    case 'boolean': {
      const gauge = renderSelector(narrow(sli.gauge, where));
      const total = aggregate('sum', [], `count_over_time(${gauge}[${window}])`);
      return { total, bad: `${total} - ${aggregate('sum', [], `sum_over_time(${gauge}[${window}])`)}` };
    }
    case 'freeform': {
      const fill = (expr: string) => renderTemplate(expr, { by: [], where, window });
      return { total: fill(sli.total), bad: `(${fill(sli.bad)}) or (${fill(sli.total)}) * 0` };
    }
    case 'level':
      return levelEvents(sli, where, window);
  }
}

function increased(counter: Selector, window: Window): string {
  return aggregate('sum', [], `increase(${renderSelector(counter)}[${window}])`);
}

function classicLatency(sli: LatencySli, where: Matchers, window: Window): EventExpressions {
  const total = increased(narrow({ metric: `${sli.histogram}_count`, where: sli.where }, where), window);
  const le = bucketLe(sli.thresholdSeconds);
  const fast = increased(narrow({ metric: `${sli.histogram}_bucket`, where: { ...sli.where, le } }, where), window);
  return { total, bad: `clamp_min(${total} - ${fast}, 0)` };
}

function nativeLatency(sli: LatencySli, where: Matchers, window: Window): EventExpressions {
  const histogram = increased(narrow({ metric: sli.histogram, where: sli.where }, where), window);
  const total = `histogram_count(${histogram})`;
  // The fraction of nothing is NaN, which would stay in every sum that it enters.
  const slow = `${total} * (1 - histogram_fraction(0, ${sli.thresholdSeconds}, ${histogram}))`;
  return { total, bad: `(${slow} and ${total} > 0) or ${total} * 0` };
}

const OPPOSITE = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;

function levelEvents(sli: LevelSli, where: Matchers, window: Window): EventExpressions {
  const level = levelExpression(sli, where, window);
  const total = `count(${level})`;
  return { total, bad: `count(${level} ${OPPOSITE[sli.op]} ${sli.bound}) or ${total} * 0` };
}

/** The measurement of a level objective. */
export function levelExpression(sli: LevelSli, where: Matchers, window: Window): string {
  return `(${signalQuery(sli.signal, { filters: where, rateWindow: window, rangeWindow: window })})`;
}

/** One event for a slice that had any, and a bad one when too few of its events were good. */
function slices({ total, bad }: EventExpressions, goodRatio: number): EventExpressions {
  const badRatio = Number((1 - goodRatio).toPrecision(12));
  return {
    total: `(${total}) > bool 0`,
    bad: `((${bad}) / ((${total}) > 0) > bool ${badRatio}) or (${total}) * 0`,
  };
}
