import { css } from '@emotion/css';
import {
  colorManipulator,
  dateTimeFormat,
  FieldType,
  getFieldDisplayName,
  PanelPlugin,
  type DataFrame,
  type GrafanaTheme2,
  type PanelProps,
  type TimeRange,
  type TimeZone,
} from '@grafana/data';
import { VisibilityMode } from '@grafana/schema';
import { Tooltip, useStyles2, useTheme2 } from '@grafana/ui';

import { LEGEND_DEFAULTS, TOOLTIP_DEFAULTS } from './graph/defaults';
import { NoData } from './noData';
import { declareCustomFields, declareOptions } from './options';
import { toSegments, type Segment } from './shapes/segments';
import { TIME_AXIS_PX, TimeAxis } from './shapes/TimeAxis';

interface TimelineOptions {
  mergeValues: boolean;
  showValue: VisibilityMode;
  rowHeight: number;
}

interface Row {
  name: string;
  segments: Segment[];
}

const NAME_PX = 120;
/** Narrower segments have no room for their text. */
const TEXT_PX = 40;

function toRows(frames: DataFrame[], range: TimeRange, merge: boolean, theme: GrafanaTheme2): Row[] {
  const endMs = Math.min(range.to.valueOf(), Date.now());
  return frames.flatMap((frame) => {
    const time = frame.fields.find((field) => field.type === FieldType.time);
    const values = frame.fields.filter((field) => field.type !== FieldType.time);
    return time
      ? values.map((field) => ({
          name: getFieldDisplayName(field, frame, frames),
          segments: toSegments(frame, time, field, endMs, merge, theme),
        }))
      : [];
  });
}

function describe({ fromMs, toMs, text }: Segment, timeZone: TimeZone): string {
  return `${text}: ${dateTimeFormat(fromMs, { timeZone })} to ${dateTimeFormat(toMs, { timeZone })}`;
}

function Timeline({ kind, ...props }: PanelProps<TimelineOptions> & { kind: 'state-timeline' | 'status-history' }) {
  const { data, timeRange, timeZone, width, height, options, fieldConfig, id } = props;
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const rows = toRows(data.series, timeRange, kind === 'state-timeline' && options.mergeValues, theme);
  if (rows.length === 0) {
    return <NoData id={id} data={data} fieldConfig={fieldConfig} needsTimeField />;
  }
  const fromMs = timeRange.from.valueOf();
  const spanMs = timeRange.to.valueOf() - fromMs;
  const plotPx = width - NAME_PX;
  const share = (ms: number): number => Math.min(1, Math.max(0, (ms - fromMs) / spanMs));
  const rowPx = Math.max(16, (height - TIME_AXIS_PX) / rows.length);
  return (
    <div className={styles.panel} style={{ width, height }}>
      <div className={styles.rows}>
        {rows.map((row) => (
          <div key={row.name} className={styles.row} style={{ height: rowPx }}>
            <div className={styles.name} title={row.name}>
              {row.name}
            </div>
            <div className={styles.track} style={{ height: `${options.rowHeight * 100}%` }}>
              {row.segments.map((segment) => {
                const left = share(segment.fromMs);
                const part = share(segment.toMs) - left;
                const showsText = options.showValue !== VisibilityMode.Never && part * plotPx > TEXT_PX;
                return (
                  <Tooltip key={segment.fromMs} content={describe(segment, timeZone)}>
                    <div
                      className={styles.segment}
                      style={{
                        left: `${left * 100}%`,
                        width: `calc(${part * 100}% ${kind === 'status-history' ? '- 1px' : ''})`,
                        background: colorManipulator.alpha(segment.color, 0.7),
                      }}
                    >
                      {showsText && segment.text}
                    </div>
                  </Tooltip>
                );
              })}
            </div>
          </div>
        ))}
      </div>
      <div className={styles.axis}>
        <TimeAxis timeRange={timeRange} timeZone={timeZone} width={plotPx} />
      </div>
    </div>
  );
}

/** "state-timeline" and "status-history": a row a series, its values as coloured stretches of time. */
export function timelinePanel(kind: 'state-timeline' | 'status-history'): PanelPlugin {
  return new PanelPlugin<TimelineOptions>((props: PanelProps<TimelineOptions>) => <Timeline {...props} kind={kind} />)
    .useFieldConfig({
      standardOptions: { color: { defaultValue: { mode: 'continuous-GrYlRd' } } },
      useCustomConfig: declareCustomFields({
        lineWidth: 0,
        fillOpacity: 70,
        spanNulls: false,
        insertNulls: false,
        hideFrom: undefined,
      }),
    })
    .setPanelOptions(
      declareOptions({
        ...LEGEND_DEFAULTS,
        ...TOOLTIP_DEFAULTS,
        mergeValues: true,
        showValue: VisibilityMode.Auto,
        alignValue: 'left',
        rowHeight: 0.9,
      })
    ) as PanelPlugin;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    panel: css({ display: 'flex', flexDirection: 'column' }),
    rows: css({ flex: 1, minHeight: 0, overflowY: 'auto' }),
    row: css({ display: 'flex', alignItems: 'center' }),
    name: css({
      width: NAME_PX,
      flexShrink: 0,
      padding: theme.spacing(0, 1),
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      textAlign: 'right',
      fontSize: theme.typography.bodySmall.fontSize,
      color: theme.colors.text.secondary,
    }),
    track: css({ position: 'relative', flex: 1, minWidth: 0, background: theme.colors.background.canvas }),
    segment: css({
      position: 'absolute',
      top: 0,
      height: '100%',
      overflow: 'hidden',
      padding: theme.spacing(0, 0.5),
      fontSize: theme.typography.bodySmall.fontSize,
      display: 'flex',
      alignItems: 'center',
      whiteSpace: 'nowrap',
    }),
    axis: css({ marginLeft: NAME_PX, flexShrink: 0 }),
  };
}
