import type {
  CounterSeries,
  DistributionSeries,
  MetricModel,
  OperationModel,
  SystemModel,
  TargetModel,
} from '../model';
import { portion, remainder } from '../kit/rates';
import { mergeOperations } from './merge';
import { targetInfo } from './target-info';

/** Where the span metrics of a system are scraped: one collector each. */
const JOB = 'span-metrics';
/** Milliseconds. */
export const SPAN_METRIC_BUCKETS = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000];
export const CALLS_METRIC = 'traces_span_metrics_calls_total';
export const DURATION_METRIC = 'traces_span_metrics_duration_milliseconds';

/** Labels as the OpenTelemetry Collector's spanmetrics connector writes them. */
export function spanMetricLabels(
  { service, name, kind }: Pick<OperationModel, 'service' | 'name' | 'kind'>,
  failed: boolean
): Record<string, string> {
  return {
    service_name: service,
    span_name: name,
    span_kind: `SPAN_KIND_${kind.toUpperCase()}`,
    status_code: failed ? 'STATUS_CODE_ERROR' : 'STATUS_CODE_UNSET',
  };
}

/** The system plus the span metrics of its flows and the target that exposes them. */
export function withSpanMetrics(system: SystemModel): SystemModel {
  const operations = mergeOperations(system.flows.flatMap((flow) => flow.operations));
  if (operations.length === 0) {
    return system;
  }
  const target: TargetModel = { job: JOB, instance: `otel-collector-${system.id}:8889` };
  const calls: CounterSeries[] = [];
  const durations: DistributionSeries[] = [];
  for (const operation of operations) {
    for (const failed of [false, true]) {
      const where = { job: JOB, instance: target.instance, labels: spanMetricLabels(operation, failed) };
      const ratePerSecond = (failed ? portion : remainder)(operation.ratePerSecond, operation.errorRatio);
      calls.push({ ...where, ratePerSecond });
      durations.push({ ...where, ratePerSecond, latency: operation.latencyMs });
    }
  }
  const metrics: MetricModel[] = [
    { kind: 'counter', name: CALLS_METRIC, help: 'Spans by operation and status', series: calls },
    {
      kind: 'histogram',
      name: DURATION_METRIC,
      help: 'Span durations by operation and status, in milliseconds',
      bucketsLe: SPAN_METRIC_BUCKETS,
      series: durations,
    },
    targetInfo(system, { job: JOB, instance: target.instance }),
  ];
  return { ...system, targets: [...system.targets, target], metrics: [...system.metrics, ...metrics] };
}
