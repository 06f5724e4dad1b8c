import {
  AxisColorMode,
  AxisPlacement,
  BarAlignment,
  GraphDrawStyle,
  GraphGradientMode,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LineInterpolation,
  ScaleDistribution,
  SortOrder,
  StackingMode,
  TooltipDisplayMode,
  VisibilityMode,
} from '@grafana/schema';

export const LEGEND_DEFAULTS = {
  'legend.showLegend': true,
  'legend.displayMode': LegendDisplayMode.List,
  'legend.placement': 'bottom',
  'legend.calcs': [],
  'legend.width': undefined,
};

export const TOOLTIP_DEFAULTS = {
  'tooltip.mode': TooltipDisplayMode.Single,
  'tooltip.sort': SortOrder.None,
  'tooltip.hideZeros': false,
};

/** Grafana's field options of the time series panel (`custom.*`). */
export function fieldDefaults(): Record<string, unknown> {
  return {
    drawStyle: GraphDrawStyle.Line,
    lineInterpolation: LineInterpolation.Linear,
    barAlignment: BarAlignment.Center,
    barWidthFactor: 0.6,
    lineWidth: 1,
    fillOpacity: 0,
    gradientMode: GraphGradientMode.None,
    fillBelowTo: undefined,
    lineStyle: undefined,
    spanNulls: false,
    insertNulls: false,
    showPoints: VisibilityMode.Auto,
    showValues: false,
    pointSize: 5,
    stacking: { mode: StackingMode.None, group: 'A' },
    transform: undefined,
    axisPlacement: AxisPlacement.Auto,
    axisLabel: '',
    axisWidth: undefined,
    axisSoftMin: undefined,
    axisSoftMax: undefined,
    axisGridShow: undefined,
    axisCenteredZero: false,
    axisBorderShow: false,
    axisColorMode: AxisColorMode.Text,
    scaleDistribution: { type: ScaleDistribution.Linear },
    hideFrom: { tooltip: false, viz: false, legend: false },
    thresholdsStyle: { mode: GraphThresholdsStyleMode.Off },
  };
}
