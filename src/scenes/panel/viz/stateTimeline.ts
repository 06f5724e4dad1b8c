import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import { LegendDisplayMode, VisibilityMode } from '@grafana/schema';
import { dress, type Look, multiTooltip, upOrDown, valueColour } from './look';

/** States over time, one row a series. */
export function stateTimelinePanel(look: Look): VizPanel {
  return dress(PanelBuilders.statetimeline(), look)
    .setColor(valueColour(look))
    .setMappings(upOrDown(look))
    .setOption('mergeValues', true)
    .setOption('showValue', VisibilityMode.Auto)
    .setOption('legend', { displayMode: LegendDisplayMode.List, placement: 'bottom', showLegend: false, calcs: [] })
    .setOption('tooltip', multiTooltip)
    .build();
}
