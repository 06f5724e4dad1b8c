import { type VizPanel } from '@grafana/scenes';
import { type Panel, type PanelKind, type System } from '../../catalog/types';
import { barGaugePanel, gaugePanel } from './viz/gauges';
import { heatmapPanel } from './viz/heatmap';
import { type Look, lookOf } from './viz/look';
import { barChartPanel, pieChartPanel } from './viz/shares';
import { statPanel } from './viz/stat';
import { stateTimelinePanel } from './viz/stateTimeline';
import { tablePanel } from './viz/table';
import { timeSeriesPanel } from './viz/timeseries';

/** Kinds that Grafana's own panels draw. */
export type VizKind = Exclude<PanelKind, `slo-${string}` | `log-${string}` | 'firing-alerts'>;

const BUILDERS: Readonly<Record<VizKind, (look: Look) => VizPanel>> = {
  stat: statPanel,
  timeseries: timeSeriesPanel,
  gauge: gaugePanel,
  'bar-gauge': barGaugePanel,
  table: tablePanel,
  'state-timeline': stateTimelinePanel,
  heatmap: heatmapPanel,
  'bar-chart': barChartPanel,
  'pie-chart': pieChartPanel,
};

/** The panel as Grafana draws it. */
export function vizPanel(panel: Panel & { kind: VizKind }, system: System): VizPanel {
  return BUILDERS[panel.kind](lookOf(panel, system));
}
