import { MappingType, type ValueMapping } from '@grafana/data';
import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import { LegendDisplayMode, VisibilityMode } from '@grafana/schema';
import { dress, type Look, multiTooltip, valueColour } from './look';

/** Words for gauges that are 1 or 0. */
const UP_OR_DOWN: ValueMapping = {
  type: MappingType.ValueToText,
  options: { '1': { text: 'Up', color: 'green', index: 0 }, '0': { text: 'Down', color: 'red', index: 1 } },
};

/** States over time, one row a series. */
export function stateTimelinePanel(look: Look): VizPanel {
  return dress(PanelBuilders.statetimeline(), look)
    .setColor(valueColour(look))
    .setMappings(look.unit === 'bool' ? [UP_OR_DOWN] : [])
    .setOption('mergeValues', true)
    .setOption('showValue', VisibilityMode.Auto)
    .setOption('legend', { displayMode: LegendDisplayMode.List, placement: 'bottom', showLegend: false, calcs: [] })
    .setOption('tooltip', multiTooltip)
    .build();
}
