import { PanelBuilders, SceneCSSGridItem, SceneQueryRunner, type SceneDataQuery, type VizPanel } from '@grafana/scenes';
import { MappingType } from '@grafana/data';
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
    PanelBuilders.gauge()
      .setTitle('Success ratio')
      .setUnit('percentunit')
      .setMin(0)
      .setMax(1)
      .setThresholds({ mode: ThresholdsMode.Absolute, steps: [{ value: -Infinity, color: 'red' }, { value: 0.9, color: 'green' }] })
      .setData(prometheus({ expr: 'avg(up)', instant: true, range: false }, { expr: 'min(up)', instant: true, range: false }))
      .build(),
    PanelBuilders.statetimeline()
      .setTitle('Up')
      .setMappings([{ type: MappingType.ValueToText, options: { '0': { text: 'down', color: 'red' }, '1': { text: 'up', color: 'green' } } }])
      .setData(prometheus({ expr: 'up', legendFormat: '{{job}} {{instance}}' }))
      .build(),
    PanelBuilders.piechart()
      .setTitle('Samples by job')
      .setOption('legend', { displayMode: LegendDisplayMode.Table, placement: 'right', showLegend: true, values: ['value', 'percent'] as never })
      .setData(prometheus({ expr: 'sum by (job) (scrape_samples_scraped)', instant: true, range: false, legendFormat: '{{job}}' }))
      .build(),
    PanelBuilders.barchart()
      .setTitle('Scrape duration')
      .setUnit('s')
      .setData(prometheus({ expr: 'max by (job) (scrape_duration_seconds)', instant: true, range: false, format: 'table' }))
      .build(),
    PanelBuilders.heatmap()
      .setTitle('Request durations')
      .setOption('yAxis', { unit: 's' } as never)
      .setData(prometheus({ expr: 'sum by (le) (rate(prometheus_http_request_duration_seconds_bucket[$__rate_interval]))', format: 'heatmap', legendFormat: '{{le}}' }))
      .build(),
    PanelBuilders.logs()
      .setTitle('Logs')
      .setOption('showTime', true)
      .setData(
        new SceneQueryRunner({
          datasource: { uid: 'elasticsearch', type: 'elasticsearch' },
          queries: [{ refId: 'A', query: '*', metrics: [{ type: 'logs', id: '1', settings: { limit: '50' } }], bucketAggs: [] }],
        })
      )
      .build(),
    PanelBuilders.nodegraph()
      .setTitle('Calls')
      .setData(new SceneQueryRunner({ datasource: { uid: 'jaeger', type: 'jaeger' }, queries: [{ refId: 'A', queryType: 'dependencyGraph' }] }))
      .build(),
    PanelBuilders.table()
      .setTitle('Traces')
      .setData(
        new SceneQueryRunner({
          datasource: { uid: 'jaeger', type: 'jaeger' },
          queries: [{ refId: 'A', queryType: 'search', service: 'nops-kernel', limit: 20 }],
        })
      )
      .build(),
    PanelBuilders.timeseries()
      .setTitle('With exemplars')
      .setUnit('s')
      .setData(
        prometheus({
          expr: 'histogram_quantile(0.95, sum by (le) (rate(accelerapp_request_duration_seconds_bucket[$__rate_interval])))',
          exemplar: true,
        })
      )
      .build(),
    PanelBuilders.traces()
      .setTitle('Trace ${trace}')
      .setData(new SceneQueryRunner({ datasource: { uid: 'jaeger', type: 'jaeger' }, queries: [{ refId: 'A', query: '${trace}' }] }))
      .build(),
    PanelBuilders.text().setTitle('Text').setOption('content', '**Markdown** with a [link](/explore?left=x)').build(),
    PanelBuilders.geomap().setTitle('Not drawn here').setData(prometheus({ expr: 'up' })).build(),
    PanelBuilders.bargauge()
      .setTitle('Heap by job')
      .setUnit('bytes')
      .setData(prometheus({ expr: 'go_memstats_heap_alloc_bytes', instant: true, range: false, legendFormat: '{{job}}' }))
      .build(),
  ];
  return panels.map((body) => new SceneCSSGridItem({ body }));
}
