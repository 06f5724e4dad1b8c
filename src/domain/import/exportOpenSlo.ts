import { renderSelector, type Selector } from '../promql/matchers';
import { bucketLe } from '../promql/expressions';
import { yamlText, type YamlValue } from '../rules/yamlText';
import { signalQuery } from '../signals/query';
import { hasBudget, type LevelSli, type Slo } from '../slo/types';

/** Objectives of one system with the services that they are about. */
export interface ExportedSystem {
  system: string;
  services: ReadonlyArray<{ id: string; name: string; description?: string | undefined }>;
  slos: readonly Slo[];
}

const OPERATORS: Readonly<Record<LevelSli['op'], string>> = { '<': 'lt', '<=': 'lte', '>': 'gt', '>=': 'gte' };
const CALENDAR_DURATIONS = { week: '1w', month: '1M', quarter: '1Q' } as const;
/** A Monday and the first day of a quarter: every calendar period can be counted from it. */
const CALENDAR_START = '2024-01-01 00:00:00';
const SLICE = '5m';

/** Services and objectives as OpenSLO v1, one YAML document each. Objectives without a budget have no form there. */
export function openSloText(systems: readonly ExportedSystem[]): string {
  const documents = systems.flatMap(({ system, services, slos }) => {
    const exported = slos.filter(hasBudget);
    const used = services.filter(({ id }) => exported.some(({ service }) => service === id));
    return [
      ...used.map(({ id, name, description }) => document('Service', id, name, { description: description ?? name })),
      ...exported.map((slo) => document('SLO', slo.id, slo.title, specOf(system, slo))),
    ];
  });
  return documents.map(yamlText).join('---\n');
}

function document(kind: string, name: string, displayName: string, spec: YamlValue): YamlValue {
  return { apiVersion: 'openslo/v1', kind, metadata: { name: name.replaceAll('_', '-'), displayName }, spec };
}

function specOf(system: string, slo: Slo & { targetRatio: number }): YamlValue {
  const { sli, timeSlice } = slo;
  return {
    description: slo.description,
    service: slo.service.replaceAll('_', '-'),
    indicator: { metadata: { name: `${slo.id.replaceAll('_', '-')}-indicator` }, spec: indicatorOf(system, slo) },
    timeWindow: [
      slo.calendar
        ? {
            duration: CALENDAR_DURATIONS[slo.calendar.unit],
            isRolling: false,
            calendar: { startTime: CALENDAR_START, timeZone: slo.calendar.timeZone },
          }
        : { duration: `${slo.windowDays}d`, isRolling: true },
    ],
    budgetingMethod: timeSlice || sli.kind === 'level' ? 'Timeslices' : 'Occurrences',
    objectives: [
      {
        displayName: slo.title,
        target: slo.targetRatio,
        ...(sli.kind === 'level' ? { op: OPERATORS[sli.op], value: sli.bound } : {}),
        ...(timeSlice ? { timeSliceTarget: timeSlice.goodRatio, timeSliceWindow: SLICE } : {}),
        // A level is good or bad for a whole slice.
        ...(sli.kind === 'level' ? { timeSliceTarget: 1, timeSliceWindow: SLICE } : {}),
      },
    ],
  };
}

function indicatorOf(system: string, { sli }: Slo): YamlValue {
  const selector = ({ metric, where }: Selector) => query(renderSelector({ metric, where: { ...where, system } }));
  switch (sli.kind) {
    case 'ratio':
      return { ratioMetric: { counter: true, bad: selector(sli.bad), total: selector(sli.total) } };
    case 'good-ratio':
      return { ratioMetric: { counter: true, good: selector(sli.good), total: selector(sli.total) } };
    case 'latency': {
      const { histogram, where, thresholdSeconds, native } = sli;
      if (native) {
        const increase = `sum(increase(${renderSelector({ metric: histogram, where: { ...where, system } })}[5m]))`;
        return {
          ratioMetric: {
            counter: true,
            good: query(`histogram_count(${increase}) * histogram_fraction(0, ${thresholdSeconds}, ${increase})`),
            total: query(`histogram_count(${increase})`),
          },
        };
      }
      const fast = { metric: `${histogram}_bucket`, where: { ...where, le: bucketLe(thresholdSeconds) } };
      return {
        ratioMetric: { counter: true, good: selector(fast), total: selector({ metric: `${histogram}_count`, where }) },
      };
    }
    case 'boolean': {
      const gauge = renderSelector(narrowed(sli.gauge, system));
      return {
        ratioMetric: {
          counter: true,
          good: query(`sum(sum_over_time(${gauge}[5m]))`),
          total: query(`sum(count_over_time(${gauge}[5m]))`),
        },
      };
    }
    case 'freeform': {
      const fixed = (expr: string) =>
        query(
          expr
            .replaceAll('$window', '5m')
            .replace(/,\s*\$where\b/g, `, system="${system}"`)
            .replace(/\$where\b/g, `system="${system}"`)
        );
      return { ratioMetric: { counter: true, bad: fixed(sli.bad), total: fixed(sli.total) } };
    }
    case 'level':
      return {
        thresholdMetric: query(signalQuery(sli.signal, { filters: { system }, rateWindow: '5m', rangeWindow: '5m' })),
      };
  }
}

function narrowed({ metric, where }: Selector, system: string): Selector {
  return { metric, where: { ...where, system } };
}

function query(expr: string): YamlValue {
  return { metricSource: { type: 'Prometheus', spec: { query: expr } } };
}
