import { portion, remainder, scaled, times } from '../../kit/rates';
import type { CallingOperation } from '../../kit/compose';
import type { CounterSeries, Labels, MetricModel } from '../../model';
import { endpoints, readStock, successStatus } from './operations';

/** Edges at 0.5 and 2 seconds: the thresholds of the latency alerts. */
const durationBuckets = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10];
/** Questions about goods that nobody has ever sold. */
const unknownSkuShare = 0.012;

function routeOf({ name }: CallingOperation): { method: string; endpoint: string } {
  const [method = '', endpoint = ''] = name.split(' ');
  return { method, endpoint };
}

function requestCounters(operation: CallingOperation): CounterSeries[] {
  const { ratePerSecond, errorRatio, service: job } = operation;
  const route = routeOf(operation);
  const answered = remainder(ratePerSecond, errorRatio);
  const failed = portion(ratePerSecond, errorRatio);
  const notFoundShare = operation === readStock ? unknownSkuShare : 0;
  const series = (labels: Labels, rate: CounterSeries['ratePerSecond']): CounterSeries => ({
    job,
    labels: { ...route, ...labels },
    ratePerSecond: rate,
  });
  return [
    series({ status: String(successStatus(operation)) }, times(answered, 1 - notFoundShare)),
    ...(notFoundShare > 0 ? [series({ status: '404' }, times(answered, notFoundShare))] : []),
    series({ status: '500' }, times(failed, 0.7)),
    series({ status: '503' }, times(failed, 0.3)),
  ];
}

/** What the agents say about their HTTP endpoints. */
export const httpMetrics: MetricModel[] = [
  {
    kind: 'counter',
    name: 'http_requests_total',
    help: 'HTTP requests answered, by method, endpoint and status',
    series: endpoints.flatMap(requestCounters),
  },
  {
    kind: 'counter',
    name: 'http_errors_total',
    help: 'HTTP requests answered with a 5xx status, by method and endpoint',
    series: endpoints.map((operation) => ({
      job: operation.service,
      labels: routeOf(operation),
      ratePerSecond: portion(operation.ratePerSecond, operation.errorRatio),
    })),
  },
  {
    kind: 'histogram',
    name: 'http_request_duration_seconds',
    help: 'Time to answer an HTTP request, by method and endpoint',
    bucketsLe: durationBuckets,
    series: endpoints.map((operation) => ({
      job: operation.service,
      labels: routeOf(operation),
      ratePerSecond: operation.ratePerSecond,
      latency: scaled(operation.latencyMs, 0.001),
    })),
  },
];
