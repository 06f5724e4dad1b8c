import { css } from '@emotion/css';
import {
  dateTimeFormat,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  getValueFormat,
  PanelPlugin,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
  type PanelProps,
} from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';

import { TOOLTIP_DEFAULTS } from './graph/defaults';
import { NoData } from './noData';
import { declareCustomFields, declareOptions } from './options';
import { TIME_AXIS_PX, TimeAxis } from './shapes/TimeAxis';

interface HeatmapOptions {
  color: { scheme: string; exponent: number };
  yAxis: { unit?: string };
}

interface Cells {
  time: Field;
  /** lowest first */
  rows: Array<{ name: string; values: Array<number | null> }>;
  greatest: number;
}

const NAME_PX = 64;
/** Colour schemes whose name is no colour of the theme's palette fall back to Grafana's first choice. */
const SCHEME_COLORS: Readonly<Record<string, string>> = {
  Blues: 'blue',
  Greens: 'green',
  Reds: 'red',
  Purples: 'purple',
  Oranges: 'orange',
};

function bound(name: string): number {
  return name === '+Inf' ? Infinity : Number(name);
}

function toCells(frames: DataFrame[]): Cells | undefined {
  const time = frames[0]?.fields.find((field) => field.type === FieldType.time);
  if (!time || time.values.length === 0) {
    return undefined;
  }
  const rows = frames.flatMap((frame) =>
    frame.fields
      .filter((field) => field.type === FieldType.number)
      .map((field) => ({
        name: field.labels?.le ?? getFieldDisplayName(field, frame, frames),
        values: field.values as Array<number | null>,
      }))
  );
  if (rows.every(({ name }) => !Number.isNaN(bound(name)))) {
    rows.sort((a, b) => bound(a.name) - bound(b.name));
  }
  return { time, rows, greatest: Math.max(...rows.flatMap((row) => row.values.map((value) => value ?? 0))) };
}

interface Hovered {
  x: number;
  y: number;
  text: string[];
}

function Heatmap(props: PanelProps<HeatmapOptions>) {
  const { data, width, height, options, timeRange, timeZone, fieldConfig, id } = props;
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [hovered, setHovered] = useState<Hovered>();
  const cells = toCells(data.series);
  const plotPx = Math.max(10, width - NAME_PX);
  const plotHeight = Math.max(10, height - TIME_AXIS_PX);
  const color = theme.visualization.getColorByName(SCHEME_COLORS[options.color.scheme] ?? 'orange');
  const fromMs = timeRange.from.valueOf();
  const spanMs = timeRange.to.valueOf() - fromMs;
  const stepMs = cells
    ? (cells.time.config.interval ?? (cells.time.values[1] as number) - (cells.time.values[0] as number)) || spanMs
    : spanMs;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !cells) {
      return;
    }
    context.clearRect(0, 0, plotPx, plotHeight);
    context.fillStyle = color;
    const rowPx = plotHeight / cells.rows.length;
    cells.rows.forEach((row, index) => {
      row.values.forEach((value, column) => {
        if (value === null || !(value > 0)) {
          return;
        }
        const x = (((cells.time.values[column] as number) - stepMs - fromMs) / spanMs) * plotPx;
        context.globalAlpha = 0.12 + 0.88 * (value / cells.greatest) ** options.color.exponent;
        context.fillRect(
          x,
          plotHeight - (index + 1) * rowPx,
          Math.max(1, (stepMs / spanMs) * plotPx - 0.5),
          rowPx - 0.5
        );
      });
    });
  });

  if (!cells) {
    return <NoData id={id} data={data} fieldConfig={fieldConfig} needsTimeField needsNumberField />;
  }
  const formatBound = (name: string): string =>
    Number.isFinite(bound(name))
      ? formattedValueToString(getValueFormat(options.yAxis.unit ?? 'short')(bound(name)))
      : name;
  const onMove = (event: React.MouseEvent<HTMLCanvasElement>): void => {
    const { offsetX: x, offsetY: y } = event.nativeEvent;
    const row = cells.rows[Math.floor(((plotHeight - y) / plotHeight) * cells.rows.length)];
    const atMs = fromMs + (x / plotPx) * spanMs;
    const column = cells.time.values.findIndex((time: number) => time >= atMs);
    const value = row?.values[column];
    setHovered(
      row && value !== undefined
        ? {
            x,
            y,
            text: [
              dateTimeFormat(cells.time.values[column] as number, { timeZone }),
              `≤ ${formatBound(row.name)}: ${value === null ? 'no value' : formattedValueToString(getValueFormat('short')(value))}`,
            ],
          }
        : undefined
    );
  };
  return (
    <div className={styles.panel} style={{ width, height }}>
      <div className={styles.names} style={{ height: plotHeight }}>
        {[...cells.rows].reverse().map((row) => (
          <span key={row.name}>{formatBound(row.name)}</span>
        ))}
      </div>
      <div className={styles.plot}>
        <canvas
          ref={canvas}
          width={plotPx}
          height={plotHeight}
          onMouseMove={onMove}
          onMouseLeave={() => setHovered(undefined)}
          role="img"
          aria-label="Heatmap"
        />
        <TimeAxis timeRange={timeRange} timeZone={timeZone} width={plotPx} />
        {hovered && (
          <div className={styles.tooltip} style={{ left: Math.min(hovered.x + 12, plotPx - 150), top: hovered.y + 12 }}>
            {hovered.text.map((line) => (
              <div key={line}>{line}</div>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

/** "heatmap": counts by bucket over time, from frames that hold the buckets already. */
export function heatmapPanel(): PanelPlugin {
  return new PanelPlugin<HeatmapOptions>(Heatmap)
    .useFieldConfig({ useCustomConfig: declareCustomFields({ scaleDistribution: undefined, hideFrom: undefined }) })
    .setPanelOptions(
      declareOptions({
        ...TOOLTIP_DEFAULTS,
        calculate: false,
        'color.mode': 'scheme',
        'color.scheme': 'Oranges',
        'color.exponent': 0.5,
        'color.steps': 64,
        'yAxis.unit': undefined,
        'legend.show': true,
        cellGap: 1,
      })
    ) as PanelPlugin;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    panel: css({ display: 'flex', overflow: 'hidden' }),
    names: css({
      width: NAME_PX,
      flexShrink: 0,
      display: 'flex',
      flexDirection: 'column',
      justifyContent: 'space-around',
      alignItems: 'flex-end',
      paddingRight: theme.spacing(1),
      fontSize: theme.typography.bodySmall.fontSize,
      lineHeight: 1,
      color: theme.colors.text.secondary,
      overflow: 'hidden',
    }),
    plot: css({ position: 'relative', '& canvas': { display: 'block' } }),
    tooltip: css({
      position: 'absolute',
      zIndex: theme.zIndex.tooltip,
      padding: theme.spacing(0.5, 1),
      borderRadius: theme.shape.radius.default,
      background: theme.colors.background.elevated,
      boxShadow: theme.shadows.z2,
      fontSize: theme.typography.bodySmall.fontSize,
      pointerEvents: 'none',
      whiteSpace: 'nowrap',
    }),
  };
}
