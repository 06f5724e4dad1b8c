import { type DataFrame, FieldColorModeId } from '@grafana/data';
import { config } from '@grafana/runtime';
import { GraphDrawStyle, StackingMode } from '@grafana/schema';
import { map, type Observable } from 'rxjs';
import { isEarlier, lastNumber, seriesKey, valueField } from '../earlier';

/** More lines than this are no help to the eye; the table view has them all. */
export const SERIES_LIMIT = 20;
/** With more series, the earlier lines would double a long legend; they are still named when hovered over. */
const EARLIER_IN_LEGEND = 4;

/**
 * The series that a graph draws: the largest ones, largest first when there are too many; then what they were earlier,
 * dashed, each in the colour of its line of today.
 */
export function drawnSeries(frames: readonly DataFrame[]): DataFrame[] {
  const now = largest(frames.filter((frame) => !isEarlier(frame)));
  const order = new Map(now.map((frame, index) => [seriesKey(frame), index]));
  const earlier = frames.flatMap((frame) => {
    const index = isEarlier(frame) ? order.get(seriesKey(frame)) : undefined;
    return index === undefined ? [] : [dashed(frame, index, now.length <= EARLIER_IN_LEGEND)];
  });
  return [...now, ...earlier];
}

function largest(frames: readonly DataFrame[]): readonly DataFrame[] {
  if (frames.length <= SERIES_LIMIT) {
    return frames;
  }
  const size = new Map(frames.map((frame) => [frame, lastNumber(frame) ?? -Infinity]));
  return [...frames].sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0)).slice(0, SERIES_LIMIT);
}

function dashed(frame: DataFrame, index: number, inLegend: boolean): DataFrame {
  const { palette } = config.theme2.visualization;
  const value = valueField(frame);
  const fields = frame.fields.map((field) => {
    if (field !== value) {
      return field;
    }
    const color = { mode: FieldColorModeId.Fixed, fixedColor: palette[index % palette.length] ?? 'text' };
    const custom = {
      drawStyle: GraphDrawStyle.Line,
      lineStyle: { fill: 'dash', dash: [6, 4] },
      lineWidth: 1,
      fillOpacity: 0,
      stacking: { mode: StackingMode.None },
      hideFrom: { legend: !inLegend, tooltip: false, viz: false },
    };
    return { ...field, config: { ...field.config, color, custom: { ...field.config.custom, ...custom } } };
  });
  return { ...frame, fields };
}

/** The same, as Scenes' data transformer wants it. */
export const drawnSeriesOperator = () => (source: Observable<DataFrame[]>) => source.pipe(map(drawnSeries));

/** Leaves out what is about an earlier time: a panel of single numbers would show it as one more. */
export const todayOperator = () => (source: Observable<DataFrame[]>) =>
  source.pipe(map((frames) => frames.filter((frame) => !isEarlier(frame))));
