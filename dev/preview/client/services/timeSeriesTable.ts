import { FieldType, reduceField, ReducerID, type DataFrame, type DataTransformerInfo, type Field } from '@grafana/data';
import { groupBy } from 'lodash';
import { map } from 'rxjs';

interface Options {
  [refId: string]: { stat?: ReducerID; mergeSeries?: boolean; timeField?: string } | undefined;
}

function lastValue(frame: DataFrame, stat: ReducerID): unknown {
  const value = frame.fields.find((field) => field.type === FieldType.number);
  return value ? reduceField({ field: value, reducers: [stat] })[stat] : null;
}

/** One row a series: its labels, and the series itself as a trend that a table cell can draw. */
function toTable(frames: DataFrame[], refId: string, stat: ReducerID): DataFrame {
  const labelsOf = (frame: DataFrame) => frame.fields.find((field) => field.type === FieldType.number)?.labels ?? {};
  const names = [...new Set(frames.flatMap((frame) => Object.keys(labelsOf(frame))))];
  const fields: Field[] = names.map((name) => ({
    name,
    type: FieldType.string,
    config: {},
    values: frames.map((frame) => labelsOf(frame)[name] ?? null),
  }));
  const trend: Field = {
    name: 'Trend',
    type: FieldType.frame,
    config: {},
    values: frames.map((frame) => ({ ...frame, value: lastValue(frame, stat) })),
  };
  return { refId, fields: [...fields, trend], length: frames.length, meta: {} };
}

/** Grafana's "Time series to table" transformation, which lives outside @grafana/data. */
export const timeSeriesTableTransformer: DataTransformerInfo<Options> = {
  id: 'timeSeriesTable',
  name: 'Time series to table',
  description: 'Convert time series data to table rows',
  defaultOptions: {},
  operator: (options) => (source) =>
    source.pipe(
      map((frames) => {
        const isSeries = (frame: DataFrame): boolean => frame.fields.some((field) => field.type === FieldType.time);
        const byRefId = groupBy(frames.filter(isSeries), (frame) => frame.refId ?? 'A');
        const tables = Object.entries(byRefId).map(([refId, group]) =>
          toTable(group, refId, options[refId]?.stat ?? ReducerID.lastNotNull)
        );
        return [...frames.filter((frame) => !isSeries(frame)), ...tables];
      })
    ),
};
