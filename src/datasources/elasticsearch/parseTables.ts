import { fieldNamed, fieldOfType, type Frame, numberAt, timeMsAt } from '../../domain/frames';
import { type AggregationRow, type AggregationSeries } from '../../domain/logs/types';
import { groupNames, type HistogramSpec, parseAlias, type TableSpec, withCount } from './aggregations';
import { columnsOf, type MeasuredColumn, withGuards } from './measurements';

/**
 * The rows of a table query. Values of a group with nothing to measure are null, also percentiles, for which the data
 * source writes 0.
 */
export function parseTable(
  frames: readonly Frame[],
  { groupBy, measure }: Pick<TableSpec, 'groupBy' | 'measure'>
): AggregationRow[] {
  const asked = withGuards(withCount(measure));
  const columns = columnsOf(asked);
  const wanted = new Set(columnsOf(withCount(measure)).map(({ name }) => name));
  return frames.flatMap((frame) =>
    Array.from({ length: frame.length }, (_, row) => ({
      group: groupOfRow(frame, row, groupBy),
      values: Object.fromEntries(
        columns
          .filter(({ name }) => wanted.has(name))
          .map((column) => [column.name, valueAt(frame, row, column, columns)])
      ),
    }))
  );
}

/** The series of a histogram query, in the order of the answer. */
export function parseHistogram(
  frames: readonly Frame[],
  { groupBy, filters, measure }: Pick<HistogramSpec, 'groupBy' | 'filters' | 'measure'>
): AggregationSeries[] {
  const columns = columnsOf(measure);
  const groups = groupNames(groupBy, (filters ?? []).length > 0);
  return frames.flatMap((frame) => {
    const named = parseAlias(frame.name ?? '', groups);
    const column = columns.find(
      ({ aliasMetric, field }) => aliasMetric === named?.aliasMetric && (field ?? '') === named.field
    );
    const [time, value] = [fieldOfType(frame, 'time'), fieldOfType(frame, 'number')];
    if (!named || !column || !time) {
      return [];
    }
    const points = time.values.flatMap((_, row) => {
      const timeMs = timeMsAt(time, row);
      return timeMs === null ? [] : [[timeMs, numberAt(value, row)] as const];
    });
    return [{ group: named.group, measurement: column.name, points }];
  });
}

function groupOfRow(frame: Frame, row: number, groupBy: TableSpec['groupBy']): Record<string, string> {
  return Object.fromEntries(
    groupBy.map(({ field }) => {
      const value = fieldNamed(frame, field)?.values[row];
      return [field, value === null || value === undefined ? '' : String(value)];
    })
  );
}

function valueAt(frame: Frame, row: number, column: MeasuredColumn, all: readonly MeasuredColumn[]): number | null {
  const value = numberAt(fieldNamed(frame, column.column), row);
  if (!column.isPercentile) {
    return value;
  }
  const guard = all.find(({ name }) => name === `avg ${column.field}`);
  return guard && numberAt(fieldNamed(frame, guard.column), row) === null ? null : value;
}
