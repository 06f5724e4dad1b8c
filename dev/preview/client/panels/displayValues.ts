import {
  getFieldDisplayValues,
  getMinMaxAndDelta,
  type FieldDisplay,
  type PanelProps,
  type ReduceDataOptions,
  FieldType,
} from '@grafana/data';
import { config } from '@grafana/runtime';

/** One display value a series (or row), reduced, formatted, coloured and mapped as the field options say. */
export function displayValues(
  props: PanelProps,
  reduceOptions: ReduceDataOptions,
  extra: { sparkline?: boolean; percentChange?: boolean } = {}
): FieldDisplay[] {
  const { data, fieldConfig, replaceVariables, timeZone } = props;
  for (const frame of data.series) {
    for (const field of frame.fields) {
      if (field.type === FieldType.number && !field.state?.range) {
        field.state = { ...field.state, range: getMinMaxAndDelta(field) };
      }
    }
  }
  return getFieldDisplayValues({
    fieldConfig,
    reduceOptions,
    replaceVariables,
    theme: config.theme2,
    data: data.series,
    timeZone,
    ...extra,
  });
}
