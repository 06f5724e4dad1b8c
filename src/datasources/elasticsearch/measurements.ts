import { type ElasticsearchMetric } from './queries';

/** What to measure of the documents of a group. */
export type Measurement =
  | { kind: 'count' }
  | { kind: 'avg' | 'sum' | 'min' | 'max' | 'distinct'; field: string }
  | { kind: 'percentiles'; field: string; percents: readonly number[] };

/** A measured value of an answer: which metric, and its name in domain types. */
export interface MeasuredColumn {
  /** Column of a table, as the data source names it. */
  column: string;
  /** `{{metric}}` of a time series' alias. */
  aliasMetric: string;
  /** Name in domain types: `count`, `avg duration_ms`, `p95 duration_ms`. */
  name: string;
  field?: string | undefined;
  isPercentile: boolean;
}

type SimpleKind = Exclude<Measurement['kind'], 'count' | 'percentiles'>;

const TYPES: Readonly<Record<SimpleKind, 'avg' | 'sum' | 'min' | 'max' | 'cardinality'>> = {
  avg: 'avg',
  sum: 'sum',
  min: 'min',
  max: 'max',
  distinct: 'cardinality',
};

const LABELS: Readonly<Record<SimpleKind, string>> = {
  avg: 'Average',
  sum: 'Sum',
  min: 'Min',
  max: 'Max',
  distinct: 'Unique Count',
};

/**
 * The metrics that a query needs. Beside percentiles there is always the average of their field: the data source
 * writes 0 for percentiles of nothing, and only the average's null tells them from a real 0.
 */
export function withGuards(measurements: readonly Measurement[]): Measurement[] {
  const averaged = new Set(measurements.flatMap((one) => (one.kind === 'avg' ? [one.field] : [])));
  const needed = new Set(measurements.flatMap((one) => (one.kind === 'percentiles' ? [one.field] : [])));
  const guards = [...needed].filter((field) => !averaged.has(field));
  return [...measurements, ...guards.map((field) => ({ kind: 'avg' as const, field }))];
}

/** The metrics of the query model. Ids are numbers, as ordering by a metric requires; buckets use higher ones. */
export function metricsOf(measurements: readonly Measurement[]): ElasticsearchMetric[] {
  return measurements.map((measurement, index) => {
    const id = String(index + 1);
    switch (measurement.kind) {
      case 'count':
        return { id, type: 'count' };
      case 'percentiles':
        return {
          id,
          type: 'percentiles',
          field: measurement.field,
          settings: { percents: measurement.percents.map(String) },
        };
      default:
        return { id, type: TYPES[measurement.kind], field: measurement.field };
    }
  });
}

/** Name of a measured value in domain types. */
export function measurementName(measurement: Measurement, percent?: number): string {
  switch (measurement.kind) {
    case 'count':
      return 'count';
    case 'percentiles':
      return `p${percent} ${measurement.field}`;
    default:
      return `${measurement.kind} ${measurement.field}`;
  }
}

/** How the data source will name what is measured. */
export function columnsOf(measurements: readonly Measurement[]): MeasuredColumn[] {
  return measurements.flatMap((measurement, index): MeasuredColumn[] => {
    if (measurement.kind === 'count') {
      return [{ column: 'Count', aliasMetric: 'Count', name: 'count', isPercentile: false }];
    }
    const { field } = measurement;
    if (measurement.kind === 'percentiles') {
      return measurement.percents.map((percent) => {
        const aliasMetric = `p${percentText(percent)}`;
        return {
          column: `${aliasMetric} ${field}`,
          aliasMetric,
          name: measurementName(measurement, percent),
          field,
          isPercentile: true,
        };
      });
    }
    const label = LABELS[measurement.kind];
    const column = tableColumn(measurement, index, measurements, label);
    return [{ column, aliasMetric: label, name: measurementName(measurement), field, isPercentile: false }];
  });
}

/** The first metric of its kind is plain (`Average`); several carry their field, and of one field their id too. */
function tableColumn(
  { kind, field }: { kind: SimpleKind; field: string },
  index: number,
  all: readonly Measurement[],
  label: string
): string {
  const others = all.filter((other, position) => position !== index && other.kind === kind);
  if (others.length === 0) {
    return label;
  }
  const sameField = others.some((other) => 'field' in other && other.field === field);
  return sameField ? `${label} ${field} ${index + 1}` : `${label} ${field}`;
}

/** Elasticsearch keys percentiles with at least one decimal: 95 → `95.0`, 99.9 → `99.9`. */
function percentText(percent: number): string {
  return Number.isInteger(percent) ? `${percent}.0` : String(percent);
}
