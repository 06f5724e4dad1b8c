import { SceneDataTransformer, type SceneDataTransformerState, type SceneObject, type VizPanel } from '@grafana/scenes';
import { type Panel, type System } from '../../catalog/types';
import { durationMs } from '../../domain/promql/duration';
import { panelMarks } from '../annotations/panelMarks';
import { ComparedValue } from './ComparedValue';
import { ExplainedPanel } from './ExplainedPanel';
import { FixedSpan } from './FixedSpan';
import { PanelNotes } from './PanelNotes';
import { PanelQueryRunner } from './PanelQueryRunner';
import { countsEvents, panelMetrics, resolveQueries } from './panelQueries';
import { drawnSeriesOperator, todayOperator } from './viz/seriesData';
import { tableOperator } from './viz/tableData';
import { type VizKind, vizPanel } from './vizPanel';

/**
 * A panel of the catalog with its queries, which says why when it has nothing to show, filters and compares as its page
 * does, and tells what the reader has to know about its numbers.
 */
export function explainedPanel(panel: Panel & { kind: VizKind }, system: System): ExplainedPanel {
  const viz = vizPanel(panel, system);
  const transformations = transformationsFor(panel, system);
  viz.setState({
    titleItems: [...titleItemsOf(viz), new PanelNotes(panel, system)],
    ...(transformations.length > 0 ? { $data: new SceneDataTransformer({ transformations }) } : {}),
  });
  return new ExplainedPanel({
    panel: viz,
    metrics: panelMetrics(panel, system),
    countsEvents: countsEvents(panel, system),
    footer: panel.kind === 'stat' ? comparedValue(panel, system) : undefined,
    $data: new PanelQueryRunner(panel, system),
    ...(panel.timeFrom ? { $timeRange: new FixedSpan(durationMs(panel.timeFrom)) } : {}),
  });
}

function titleItemsOf({ state: { titleItems } }: VizPanel): SceneObject[] {
  return Array.isArray(titleItems) ? (titleItems as SceneObject[]) : [];
}

function transformationsFor(
  panel: Panel & { kind: VizKind },
  system: System
): SceneDataTransformerState['transformations'] {
  switch (panel.kind) {
    case 'table':
      return [tableOperator(resolveQueries(panel, system))];
    case 'timeseries':
    case 'bar-chart':
      return [drawnSeriesOperator, panelMarks(panel, system)];
    case 'stat':
      return [todayOperator];
    default:
      return [];
  }
}

function comparedValue(panel: Panel, system: System): ComparedValue {
  const signal = resolveQueries(panel, system)[0]?.signal;
  return new ComparedValue({
    unit: panel.unit ?? signal?.unit ?? 'short',
    direction: panel.direction ?? signal?.direction,
  });
}
