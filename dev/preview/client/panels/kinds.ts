import type { PanelPlugin } from '@grafana/data';

import { barChartPanel } from './barChart';
import { barGaugePanel } from './barGauge';
import { gaugePanel } from './gauge';
import { heatmapPanel } from './heatmap';
import { logsPanel } from './logs';
import { nodeGraphPanel } from './nodeGraph';
import { pieChartPanel } from './pieChart';
import { statPanel } from './stat';
import { timelinePanel } from './stateTimeline';
import { tablePanel } from './table';
import { textPanel } from './text';
import { timeSeriesPanel } from './timeSeries';
import { tracesPanel } from './traces';

/** The panel kinds that this host draws, by Grafana's plugin id. */
export const PANEL_KINDS: Readonly<Record<string, (() => PanelPlugin) | undefined>> = {
  barchart: barChartPanel,
  bargauge: barGaugePanel,
  gauge: gaugePanel,
  heatmap: heatmapPanel,
  logs: logsPanel,
  nodeGraph: nodeGraphPanel,
  piechart: pieChartPanel,
  stat: statPanel,
  'state-timeline': () => timelinePanel('state-timeline'),
  'status-history': () => timelinePanel('status-history'),
  table: tablePanel,
  text: textPanel,
  timeseries: timeSeriesPanel,
  traces: tracesPanel,
};

/** Kinds that have no queries of their own. */
export const SKIP_DATA_QUERY: ReadonlySet<string> = new Set(['text']);
