import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import { HeatmapCellLayout, ScaleDistribution } from '@grafana/schema';
import { dress, type Look } from './look';
import { panelEnum } from './panelEnum';

/** Where the latencies lie, over time: the colour is the number of events in a bucket. */
export function heatmapPanel(look: Look): VizPanel {
  return dress(PanelBuilders.heatmap(), look)
    .setUnit('short')
    .setOption('calculate', false)
    .setOption('color', { mode: panelEnum('scheme'), scheme: 'Blues', steps: 64, exponent: 0.5 })
    .setOption('yAxis', { unit: look.unit })
    .setOption('rowsFrame', { layout: HeatmapCellLayout.auto })
    .setOption('tooltip', { yHistogram: true })
    .setCustomFieldConfig('scaleDistribution', { type: ScaleDistribution.Linear })
    .build();
}
