import { createDataFrame, dateTime, FieldType, LoadingState } from '@grafana/data';
import { PanelBuilders, SceneDataNode, type VizPanel } from '@grafana/scenes';
import { GraphThresholdsStyleMode, LegendDisplayMode } from '@grafana/schema';
import { type TimeWindow } from '../../datasources/types';
import { type Series } from '../../domain/metrics/types';
import { isBadWhenLow } from '../../domain/runbook/bounds';
import { type Finding } from '../../domain/runbook/findings';
import { multiTooltip, seriesColour } from '../panel/viz/look';
import { thresholdSteps } from '../panel/thresholds';

export type FindingPanel = VizPanel;

/** More lines than this cannot be told apart. */
const MOST_SERIES = 8;

/** Names the graph of a check. */
export function panelKey(checkKey: string): string {
  return `finding-${checkKey}`;
}

/** The course of what a check measured, with its threshold; undefined without anything to draw. */
export function findingPanel(key: string, finding: Finding, range: TimeWindow): FindingPanel | undefined {
  const series = shownSeries(finding);
  if (series.length === 0) {
    return undefined;
  }
  const { threshold, unit = 'short' } = finding;
  const low = finding.op !== undefined && isBadWhenLow({ op: finding.op });
  const panel = PanelBuilders.timeseries()
    .setTitle('')
    .setDisplayMode('transparent')
    .setHoverHeader(true)
    .setUnit(unit === 'bool' ? 'none' : unit)
    .setColor(seriesColour)
    .setCustomFieldConfig('axisSoftMin', 0)
    .setCustomFieldConfig('lineWidth', 1)
    .setCustomFieldConfig('fillOpacity', 0)
    .setThresholds(thresholdSteps({ critical: threshold }, low ? 'higher-is-better' : 'lower-is-better'))
    .setCustomFieldConfig('thresholdsStyle', {
      mode: threshold === undefined ? GraphThresholdsStyleMode.Off : GraphThresholdsStyleMode.Dashed,
    })
    .setOption('legend', {
      displayMode: LegendDisplayMode.List,
      placement: 'bottom',
      showLegend: series.length > 1,
      calcs: [],
    })
    .setOption('tooltip', multiTooltip)
    .setData(dataOf(series, range))
    .build();
  panel.setState({ key: panelKey(key) });
  return panel;
}

/** The series that decided first, then the others. */
function shownSeries({ series = [], subject }: Finding): readonly Series[] {
  const isSubject = ({ labels }: Series) => JSON.stringify(labels) === JSON.stringify(subject);
  return [...series]
    .filter(({ points }) => points.length > 1)
    .sort((a, b) => Number(isSubject(b)) - Number(isSubject(a)))
    .slice(0, MOST_SERIES);
}

function dataOf(series: readonly Series[], { fromMs, toMs }: TimeWindow): SceneDataNode {
  const frames = series.map(({ labels, points }) =>
    createDataFrame({
      fields: [
        { name: 'Time', type: FieldType.time, values: points.map(([timeMs]) => timeMs) },
        {
          name: 'Value',
          type: FieldType.number,
          values: points.map(([, value]) => (Number.isFinite(value) ? value : null)),
          config: { displayName: nameOf(labels) },
        },
      ],
    })
  );
  const [from, to] = [dateTime(fromMs), dateTime(toMs)];
  return new SceneDataNode({
    data: { state: LoadingState.Done, series: frames, timeRange: { from, to, raw: { from, to } } },
  });
}

function nameOf(labels: Series['labels']): string {
  const values = Object.entries(labels).flatMap(([name, value]) => (name === 'system' ? [] : [value]));
  return values.join(' · ') || 'value';
}
