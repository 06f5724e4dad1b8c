import {
  formattedValueToString,
  PanelPlugin,
  type DisplayValue,
  type FieldDisplay,
  type PanelProps,
  type ReduceDataOptions,
} from '@grafana/data';
import type { LegendDisplayMode, LegendPlacement } from '@grafana/schema';
import { Tooltip, useTheme2, VizLayout, VizLegend } from '@grafana/ui';

import { displayValues } from './displayValues';
import { LEGEND_DEFAULTS, TOOLTIP_DEFAULTS } from './graph/defaults';
import { NoData } from './noData';
import { declareCustomFields, declareOptions, REDUCE_DEFAULTS } from './options';
import { slicePath } from './shapes/arc';

interface PieOptions {
  reduceOptions: ReduceDataOptions;
  pieType: 'pie' | 'donut';
  displayLabels: Array<'name' | 'value' | 'percent'>;
  legend: {
    showLegend: boolean;
    displayMode: LegendDisplayMode;
    placement: LegendPlacement;
    values?: Array<'value' | 'percent'>;
    width?: number;
  };
}

interface Slice {
  value: FieldDisplay;
  share: number;
  fromDeg: number;
  toDeg: number;
}

const CENTER = 50;
const RADIUS = 48;
const HOLE = 30;

function toSlices(values: FieldDisplay[]): Slice[] {
  const shown = values.filter(({ display }) => Number.isFinite(display.numeric) && display.numeric > 0);
  const total = shown.reduce((sum, { display }) => sum + display.numeric, 0);
  let turnDeg = 0;
  return shown.map((value) => {
    const share = value.display.numeric / total;
    const fromDeg = turnDeg;
    turnDeg += share * 360;
    return { value, share, fromDeg, toDeg: turnDeg };
  });
}

function percent(share: number): DisplayValue {
  return { numeric: share * 100, text: `${Math.round(share * 100)}`, suffix: '%', title: 'Percent' };
}

function label({ value, share }: Slice, parts: PieOptions['displayLabels']): string {
  const texts = {
    name: value.display.title ?? '',
    value: formattedValueToString(value.display),
    percent: `${Math.round(share * 100)}%`,
  };
  return parts.map((part) => texts[part]).join(' ');
}

function PieChart(props: PanelProps<PieOptions>) {
  const { options, width, height, data, fieldConfig, id } = props;
  const theme = useTheme2();
  const slices = toSlices(displayValues(props, options.reduceOptions));
  if (slices.length === 0) {
    return <NoData id={id} data={data} fieldConfig={fieldConfig} needsNumberField />;
  }
  const { legend } = options;
  const items = slices.map(({ value, share }) => ({
    label: value.display.title ?? '',
    color: value.display.color,
    yAxis: 1,
    getDisplayValues: () =>
      (legend.values ?? []).map((kind) => (kind === 'percent' ? percent(share) : { ...value.display, title: 'Value' })),
  }));
  const legendNode = legend.showLegend ? (
    <VizLayout.Legend placement={legend.placement} width={legend.width}>
      <VizLegend items={items} placement={legend.placement} displayMode={legend.displayMode} />
    </VizLayout.Legend>
  ) : null;
  return (
    <VizLayout width={width} height={height} legend={legendNode}>
      {(vizWidth, vizHeight) => (
        <svg viewBox="0 0 100 100" width={vizWidth} height={vizHeight} role="img" aria-label="Pie chart">
          {slices.map((slice) => {
            const { value, share, fromDeg, toDeg } = slice;
            const middle = (((fromDeg + toDeg) / 2 - 90) * Math.PI) / 180;
            const reach = options.pieType === 'donut' ? (RADIUS + HOLE) / 2 : RADIUS * 0.65;
            return (
              <g key={value.display.title ?? fromDeg}>
                <Tooltip
                  content={`${value.display.title}: ${formattedValueToString(value.display)} (${Math.round(share * 100)}%)`}
                >
                  <path
                    d={slicePath(CENTER, CENTER, options.pieType === 'donut' ? HOLE : 0, RADIUS, fromDeg, toDeg)}
                    fill={value.display.color}
                    stroke={theme.colors.background.primary}
                    strokeWidth={0.5}
                  />
                </Tooltip>
                {options.displayLabels.length > 0 && share > 0.05 && (
                  <text
                    x={CENTER + reach * Math.cos(middle)}
                    y={CENTER + reach * Math.sin(middle)}
                    textAnchor="middle"
                    fontSize={4}
                    fill={theme.colors.getContrastText(value.display.color ?? theme.colors.background.primary)}
                  >
                    {label(slice, options.displayLabels)}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      )}
    </VizLayout>
  );
}

/** "piechart": shares of a whole, as a pie or a ring. */
export function pieChartPanel(): PanelPlugin {
  return new PanelPlugin<PieOptions>(PieChart)
    .useFieldConfig({
      standardOptions: { color: { defaultValue: { mode: 'palette-classic' } } },
      useCustomConfig: declareCustomFields({ hideFrom: undefined }),
    })
    .setPanelOptions(
      declareOptions({
        ...REDUCE_DEFAULTS,
        ...LEGEND_DEFAULTS,
        ...TOOLTIP_DEFAULTS,
        pieType: 'pie',
        displayLabels: [],
        'legend.values': [],
        sort: 'desc',
      })
    ) as PanelPlugin;
}
