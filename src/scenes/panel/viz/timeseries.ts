import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import { GraphThresholdsStyleMode, StackingMode } from '@grafana/schema';
import { pointLinks } from '../moments';
import { dress, type Look, multiTooltip, seriesColour, tableLegend } from './look';
import { colourTiers } from './tierColours';

/** Lines over time, with the thresholds drawn. */
export function timeSeriesPanel(look: Look): VizPanel {
  const { panel } = look;
  const builder = dress(PanelBuilders.timeseries(), look)
    // Soft: most series start at zero, and those that go below it must not be cut.
    .setCustomFieldConfig('axisSoftMin', 0)
    .setColor(seriesColour)
    .setCustomFieldConfig('lineWidth', 1)
    .setCustomFieldConfig('fillOpacity', panel.stacked ? 20 : 0)
    .setCustomFieldConfig('stacking', { mode: panel.stacked ? StackingMode.Normal : StackingMode.None })
    .setCustomFieldConfig('thresholdsStyle', {
      mode: look.bounded ? GraphThresholdsStyleMode.Dashed : GraphThresholdsStyleMode.Off,
    })
    .setLinks(pointLinks(panel, look.system))
    .setOption('legend', tableLegend())
    .setOption('tooltip', multiTooltip)
    .setOverrides((overrides) => colourTiers(overrides, look));
  if (panel.softMax !== undefined) {
    builder.setCustomFieldConfig('axisSoftMax', panel.softMax);
  }
  return builder.build();
}
