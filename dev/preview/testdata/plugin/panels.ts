import { PanelBuilders, SceneCSSGridItem, SceneQueryRunner, type SceneDataQuery, type VizPanel } from '@grafana/scenes';
import { GraphThresholdsStyleMode, LegendDisplayMode, ThresholdsMode, TooltipDisplayMode } from '@grafana/schema';

const PROMETHEUS = { uid: '${metrics}', type: 'prometheus' };

function prometheus(...queries: Array<Omit<SceneDataQuery, 'refId'>>): SceneQueryRunner {
  return new SceneQueryRunner({
    datasource: PROMETHEUS,
    queries: queries.map((query, index) => ({ refId: String.fromCharCode(65 + index), ...query })),
  });
}

const TRAFFIC_LIGHT = {
  mode: ThresholdsMode.Absolute,
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 1, color: 'orange' },
    { value: 4, color: 'red' },
  ],
};

/** One panel of every kind. */
export function testPanels(): SceneCSSGridItem[] {
  const panels: VizPanel[] = [
    PanelBuilders.stat()
      .setTitle('Targets up')
      .setUnit('short')
      .setThresholds(TRAFFIC_LIGHT)
      .setData(prometheus({ expr: 'sum(up{job=~"$job"})', range: true }))
      .build(),
    PanelBuilders.timeseries()
      .setTitle('Requests by handler')
      .setUnit('reqps')
      .setCustomFieldConfig('fillOpacity', 10)
      .setCustomFieldConfig('thresholdsStyle', { mode: GraphThresholdsStyleMode.Line })
      .setThresholds(TRAFFIC_LIGHT)
      .setOption('legend', { calcs: ['mean', 'lastNotNull'], displayMode: LegendDisplayMode.Table, placement: 'bottom', showLegend: true })
      .setOption('tooltip', { mode: TooltipDisplayMode.Multi })
      .setData(prometheus({ expr: 'sum by (handler) (rate(prometheus_http_requests_total[$__rate_interval]))', legendFormat: '{{handler}}' }))
      .build(),
    PanelBuilders.timeseries()
      .setTitle('No such metric')
      .setNoValue('No samples in this window')
      .setData(prometheus({ expr: 'no_such_metric' }))
      .build(),
    PanelBuilders.timeseries().setTitle('Broken query').setData(prometheus({ expr: 'sum(rate(' })).build(),
    PanelBuilders.table()
      .setTitle('Targets')
      .setData(prometheus({ expr: 'up', instant: true, range: false, format: 'table' }))
      .build(),
    PanelBuilders.bargauge()
      .setTitle('Heap by job')
      .setUnit('bytes')
      .setData(prometheus({ expr: 'go_memstats_heap_alloc_bytes', instant: true, range: false, legendFormat: '{{job}}' }))
      .build(),
  ];
  return panels.map((body) => new SceneCSSGridItem({ body }));
}
