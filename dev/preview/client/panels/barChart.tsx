import { css } from '@emotion/css';
import {
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
  getFieldDisplayName,
  PanelPlugin,
  VizOrientation,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
  type PanelProps,
} from '@grafana/data';
import type { VizLegendOptions } from '@grafana/schema';
import { Tooltip, useStyles2, useTheme2, VizLayout, VizLegend } from '@grafana/ui';

import { LEGEND_DEFAULTS, TOOLTIP_DEFAULTS } from './graph/defaults';
import { NoData } from './noData';
import { declareCustomFields, declareOptions } from './options';

interface BarChartOptions {
  xField?: string;
  orientation: VizOrientation;
  showValue: 'auto' | 'always' | 'never';
  stacking: 'none' | 'normal' | 'percent';
  legend: VizLegendOptions;
}

interface Bar {
  series: string;
  text: string;
  color: string;
  /** of the largest value */
  share: number;
}

interface Group {
  category: string;
  bars: Bar[];
}

function categoryField(frame: DataFrame, name: string | undefined): Field | undefined {
  const named = frame.fields.find((field) => name !== undefined && getFieldDisplayName(field, frame) === name);
  return (
    named ??
    frame.fields.find((field) => field.type === FieldType.string) ??
    frame.fields.find((field) => field.type === FieldType.time)
  );
}

function textOf(field: Field, row: number): string {
  return field.display ? formattedValueToString(field.display(field.values[row])) : String(field.values[row]);
}

function toGroups(frame: DataFrame, category: Field, theme: GrafanaTheme2): Group[] {
  const numbers = frame.fields.filter((field) => field.type === FieldType.number && field !== category);
  const greatest = Math.max(
    ...numbers.flatMap((field) => field.values.filter((value: number | null) => Number.isFinite(value)) as number[]),
    0
  );
  return Array.from({ length: frame.length }, (_, row) => ({
    category: textOf(category, row),
    bars: numbers.map((field) => {
      const value = field.values[row] as number | null;
      const shown = (field.display ?? getDisplayProcessor({ field, theme }))(value);
      const color = shown.color ?? theme.colors.primary.main;
      return {
        series: getFieldDisplayName(field, frame),
        text: formattedValueToString(shown),
        color,
        share: greatest > 0 ? Math.max(0, value ?? 0) / greatest : 0,
      };
    }),
  }));
}

function Bars({ groups, horizontal, showValue }: { groups: Group[]; horizontal: boolean; showValue: boolean }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={horizontal ? styles.rows : styles.columns}>
      {groups.map((group) => (
        <div key={group.category} className={horizontal ? styles.row : styles.column}>
          <div className={horizontal ? styles.rowBars : styles.columnBars}>
            {group.bars.map((bar) => (
              <Tooltip key={bar.series} content={`${group.category}, ${bar.series}: ${bar.text}`}>
                <div className={horizontal ? styles.rowSlot : styles.columnSlot}>
                  <div
                    style={{ background: bar.color, [horizontal ? 'width' : 'height']: `${bar.share * 85}%` }}
                    className={horizontal ? styles.rowBar : styles.columnBar}
                  />
                  {showValue && <span className={styles.value}>{bar.text}</span>}
                </div>
              </Tooltip>
            ))}
          </div>
          <div className={horizontal ? styles.rowName : styles.columnName} title={group.category}>
            {group.category}
          </div>
        </div>
      ))}
    </div>
  );
}

function BarChart({ data, width, height, options, fieldConfig, id }: PanelProps<BarChartOptions>) {
  const theme = useTheme2();
  const frame = data.series.find((candidate) => candidate.length > 0);
  const category = frame && categoryField(frame, options.xField);
  const groups = frame && category ? toGroups(frame, category, theme) : [];
  const series = groups[0]?.bars ?? [];
  if (series.length === 0) {
    return <NoData id={id} data={data} fieldConfig={fieldConfig} needsStringField needsNumberField />;
  }
  const { legend } = options;
  const items = series.map((bar) => ({ label: bar.series, color: bar.color, yAxis: 1 }));
  const legendNode = legend.showLegend ? (
    <VizLayout.Legend placement={legend.placement}>
      <VizLegend items={items} placement={legend.placement} displayMode={legend.displayMode} />
    </VizLayout.Legend>
  ) : null;
  const horizontal =
    options.orientation === VizOrientation.Horizontal ||
    (options.orientation === VizOrientation.Auto && width < 2 * height && groups.length > 6);
  return (
    <VizLayout width={width} height={height} legend={legendNode}>
      {(vizWidth, vizHeight) => (
        <div style={{ width: vizWidth, height: vizHeight }}>
          <Bars groups={groups} horizontal={horizontal} showValue={options.showValue !== 'never'} />
        </div>
      )}
    </VizLayout>
  );
}

/** "barchart": bars by category, series side by side. */
export function barChartPanel(): PanelPlugin {
  return new PanelPlugin<BarChartOptions>(BarChart)
    .useFieldConfig({
      standardOptions: { color: { defaultValue: { mode: 'palette-classic' } } },
      useCustomConfig: declareCustomFields({
        lineWidth: 1,
        fillOpacity: 80,
        gradientMode: 'none',
        hideFrom: undefined,
        axisPlacement: 'auto',
        axisLabel: '',
      }),
    })
    .setPanelOptions(
      declareOptions({
        ...LEGEND_DEFAULTS,
        ...TOOLTIP_DEFAULTS,
        orientation: VizOrientation.Auto,
        showValue: 'auto',
        stacking: 'none',
        groupWidth: 0.7,
        barWidth: 0.97,
        xTickLabelRotation: 0,
      })
    ) as PanelPlugin;
}

function getStyles(theme: GrafanaTheme2) {
  const small = {
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  } as const;
  return {
    columns: css({ display: 'flex', height: '100%', alignItems: 'stretch', gap: theme.spacing(1) }),
    column: css({ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }),
    columnBars: css({
      flex: 1,
      minHeight: 0,
      display: 'flex',
      gap: 1,
      justifyContent: 'center',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    }),
    columnSlot: css({
      flex: 1,
      minWidth: 0,
      height: '100%',
      display: 'flex',
      flexDirection: 'column-reverse',
      alignItems: 'stretch',
      textAlign: 'center',
    }),
    columnBar: css({ flexShrink: 0 }),
    columnName: css({ ...small, textAlign: 'center', height: 18 }),
    rows: css({ height: '100%', display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5), overflowY: 'auto' }),
    row: css({ flex: 1, minHeight: 18, display: 'flex', flexDirection: 'row-reverse', alignItems: 'center' }),
    rowBars: css({ flex: 1, minWidth: 0, height: '100%', display: 'flex', flexDirection: 'column', gap: 1 }),
    rowSlot: css({ flex: 1, display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) }),
    rowBar: css({ height: '100%' }),
    rowName: css({ ...small, width: 120, paddingRight: theme.spacing(1), textAlign: 'right' }),
    value: css({ ...small, color: theme.colors.text.primary }),
  };
}
