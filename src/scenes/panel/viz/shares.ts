import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import { GraphDrawStyle, GraphThresholdsStyleMode, LegendDisplayMode, StackingMode } from '@grafana/schema';
import { pointLinks } from '../moments';
import { dress, lastValue, type Look, multiTooltip, seriesColour } from './look';
import { panelEnum } from './panelEnum';

/** How a whole is divided. */
export function pieChartPanel(look: Look): VizPanel {
  return dress(PanelBuilders.piechart(), look)
    .setColor(seriesColour)
    .setOption('pieType', panelEnum('donut'))
    .setOption('reduceOptions', lastValue)
    .setOption('legend', {
      displayMode: LegendDisplayMode.Table,
      placement: 'right',
      showLegend: true,
      values: [panelEnum('value'), panelEnum('percent')],
    })
    .build();
}

/** Counts per interval as bars. */
export function barChartPanel(look: Look): VizPanel {
  return dress(PanelBuilders.timeseries(), look)
    .setMin(look.panel.min ?? 0)
    .setLinks(pointLinks(look.panel, look.system))
    .setColor(seriesColour)
    .setCustomFieldConfig('drawStyle', GraphDrawStyle.Bars)
    .setCustomFieldConfig('fillOpacity', 60)
    .setCustomFieldConfig('lineWidth', 0)
    .setCustomFieldConfig('stacking', { mode: look.panel.stacked === false ? StackingMode.None : StackingMode.Normal })
    .setCustomFieldConfig('thresholdsStyle', {
      mode: look.bounded ? GraphThresholdsStyleMode.Dashed : GraphThresholdsStyleMode.Off,
    })
    .setOption('legend', {
      displayMode: LegendDisplayMode.List,
      placement: 'bottom',
      showLegend: look.several,
      calcs: [],
    })
    .setOption('tooltip', multiTooltip)
    .build();
}
