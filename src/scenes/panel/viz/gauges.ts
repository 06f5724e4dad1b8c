import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import { BarGaugeDisplayMode, VizOrientation } from '@grafana/schema';
import { dress, lastValue, type Look, seriesColour, valueColour } from './look';

/** How full something is. */
export function gaugePanel(look: Look): VizPanel {
  return dress(PanelBuilders.gauge(), look)
    .setMin(look.panel.min ?? 0)
    .setMax(look.panel.max ?? fullScale(look.unit))
    .setColor(valueColour(look))
    .setOption('reduceOptions', lastValue)
    .setOption('showThresholdMarkers', look.bounded)
    .build();
}

/** Values side by side as bars. */
export function barGaugePanel(look: Look): VizPanel {
  return dress(PanelBuilders.bargauge(), look)
    .setMin(look.panel.min ?? 0)
    .setColor(look.bounded ? valueColour(look) : seriesColour)
    .setOption('reduceOptions', lastValue)
    .setOption('orientation', VizOrientation.Horizontal)
    .setOption('displayMode', BarGaugeDisplayMode.Basic)
    .build();
}

function fullScale(unit: string): number | undefined {
  return { percentunit: 1, percent: 100 }[unit];
}
