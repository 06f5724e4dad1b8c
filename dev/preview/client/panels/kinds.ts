import type { PanelPlugin } from '@grafana/data';

import { barGaugePanel } from './barGauge';
import { statPanel } from './stat';
import { tablePanel } from './table';
import { textPanel } from './text';
import { timeSeriesPanel } from './timeSeries';

/** The panel kinds that this host draws, by Grafana's plugin id. */
export const PANEL_KINDS: Readonly<Record<string, (() => PanelPlugin) | undefined>> = {
  bargauge: barGaugePanel,
  stat: statPanel,
  table: tablePanel,
  text: textPanel,
  timeseries: timeSeriesPanel,
};

/** Kinds that have no queries of their own. */
export const SKIP_DATA_QUERY: ReadonlySet<string> = new Set(['text']);
