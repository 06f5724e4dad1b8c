import { SceneDataTransformer, SceneQueryRunner } from '@grafana/scenes';
import { type Panel, type System } from '../../catalog/types';
import { durationMs } from '../../domain/promql/duration';
import { METRICS_DATA_SOURCE } from '../variables/dataSources';
import { ExplainedPanel } from './ExplainedPanel';
import { FixedSpan } from './FixedSpan';
import { countsEvents, panelMetrics, prometheusQueries, resolveQueries } from './panelQueries';
import { tableOperator } from './viz/tableData';
import { type VizKind, vizPanel } from './vizPanel';

/** A panel of the catalog with its queries, which says why when it has nothing to show. */
export function explainedPanel(panel: Panel & { kind: VizKind }, system: System): ExplainedPanel {
  const runner = new SceneQueryRunner({
    datasource: METRICS_DATA_SOURCE,
    queries: prometheusQueries(panel, system),
  });
  const viz = vizPanel(panel, system);
  if (panel.kind === 'table') {
    viz.setState({
      $data: new SceneDataTransformer({ transformations: [tableOperator(resolveQueries(panel, system))] }),
    });
  }
  return new ExplainedPanel({
    panel: viz,
    metrics: panelMetrics(panel, system),
    countsEvents: countsEvents(panel, system),
    $data: runner,
    ...(panel.timeFrom ? { $timeRange: new FixedSpan(durationMs(panel.timeFrom)) } : {}),
  });
}
