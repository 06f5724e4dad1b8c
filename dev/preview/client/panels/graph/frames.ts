import {
  applyNullInsertThreshold,
  cacheFieldDisplayNames,
  FieldType,
  getDisplayProcessor,
  nullToValue,
  type DataFrame,
  type Field,
  type TimeRange,
} from '@grafana/data';
import { config } from '@grafana/runtime';

/** Booleans as 0/1, and numbers that no axis can hold as gaps. */
function graphable(field: Field): Field {
  if (field.type === FieldType.boolean) {
    const numbers = {
      ...field,
      type: FieldType.number,
      config: { ...field.config, unit: field.config.unit ?? 'bool', min: 0, max: 1 },
    };
    return { ...numbers, values: field.values.map((value: boolean | null) => (value === null ? null : Number(value))) };
  }
  if (field.type === FieldType.number) {
    return {
      ...field,
      values: field.values.map((value: number | null) => (value !== null && Number.isFinite(value) ? value : null)),
    };
  }
  return field;
}

/** Frames that can be drawn over time, gaps made explicit, colours assigned by series. `null` when there is none. */
export function prepareFrames(series: DataFrame[], timeRange: TimeRange): DataFrame[] | null {
  cacheFieldDisplayNames(series);
  let seriesIndex = 0;
  const frames = series.flatMap((frame) => {
    const gapped = nullToValue(
      applyNullInsertThreshold({
        frame,
        refFieldPseudoMin: timeRange.from.valueOf(),
        refFieldPseudoMax: timeRange.to.valueOf(),
      })
    );
    const fields = gapped.fields.map((field): Field => {
      const usable = graphable(field);
      if (usable.type !== FieldType.number) {
        return usable;
      }
      const numbered: Field = { ...usable, state: { ...usable.state, seriesIndex: seriesIndex++ } };
      return { ...numbered, display: getDisplayProcessor({ field: numbered, theme: config.theme2 }) };
    });
    const has = (type: FieldType): boolean => fields.some((field) => field.type === type);
    return has(FieldType.time) && has(FieldType.number) && gapped.length > 0
      ? [{ ...frame, length: gapped.length, fields }]
      : [];
  });
  return frames.length > 0 ? frames : null;
}
