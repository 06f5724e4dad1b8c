export { exemplars, instant, instants, range, ranges } from './calls';
export { parseExemplars, parseSamples, parseSeries, TRACE_ID_LABELS } from './parse';
export {
  exemplarQuery,
  heatmapQuery,
  instantQuery,
  type PrometheusQuery,
  type PrometheusQuerySpec,
  rangeQuery,
  type RangeQuerySpec,
} from './queries';
export { existingMetrics, labelNames, labelValues, metricMetadata } from './resources';
