import type { CounterSeries, MetricModel } from '../../model';
import { buildInfo, callDurationsByStatus } from '../../kit/metrics';
import { around, portion, remainder, times, wholeAround } from '../../kit/rates';
import { INCIDENT, KERNEL_VERSIONS } from './incidents';
import { kernelEndpoints } from './operations';
import { KERNEL_INSTANCES, TENANTS } from './topology';

/** Same buckets as the shared `enis_*` histogram; 0.1 and 0.5 are the objectives of this service. */
export const REQUEST_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const GIB = 1024 ** 3;
const MEMORY_LIMIT = 2 * GIB;
const job = 'nops-kernel';
/** Status, error type and share of all failures. */
const FAILURES = [
  ['500', 'internal_error', 0.7],
  ['503', 'dependency_unavailable', 0.3],
] as const;

const totalWeight = TENANTS.reduce((sum, [, weight]) => sum + weight, 0);

/** Tenants stick to an instance, so each series exists once. */
const requestSeries: CounterSeries[] = kernelEndpoints.flatMap(({ method, endpoint, operation }) =>
  TENANTS.flatMap(([tenantId, weight], index) => {
    const instance = KERNEL_INSTANCES[index % KERNEL_INSTANCES.length]!;
    const rate = times(operation.ratePerSecond, weight / totalWeight);
    const failed = portion(rate, operation.errorRatio);
    const labels = { method, endpoint, tenant_id: tenantId };
    return [
      { job, instance, labels: { ...labels, status: '200' }, ratePerSecond: remainder(rate, operation.errorRatio) },
      ...FAILURES.map(([status, errorType, share]) => ({
        job,
        instance,
        labels: { ...labels, status, error_type: errorType },
        ratePerSecond: times(failed, share),
      })),
    ];
  })
);

const perInstance = <T>(build: (instance: string) => T): T[] => KERNEL_INSTANCES.map(build);

export const kernelMetrics: MetricModel[] = [
  { kind: 'counter', name: 'nops_requests_total', help: 'Requests served by the NOPS Kernel', series: requestSeries },
  {
    kind: 'histogram',
    name: 'nops_request_duration_seconds',
    help: 'Duration of NOPS Kernel requests',
    bucketsLe: REQUEST_BUCKETS,
    series: kernelEndpoints.flatMap(({ method, endpoint, operation }, index) =>
      callDurationsByStatus(
        operation,
        { job, instance: KERNEL_INSTANCES[index % KERNEL_INSTANCES.length] },
        { method, endpoint, status: '200' },
        { method, endpoint, status: '500' }
      )
    ),
  },
  {
    kind: 'gauge',
    name: 'nops_cpu_usage_percent',
    help: 'CPU used by the NOPS Kernel process, in percent of its request',
    series: perInstance((instance) => ({
      job,
      instance,
      value: around(`enis/cpu/${instance}`, 46, 9, [
        [INCIDENT.deployErrors, 18],
        [INCIDENT.slowDatabase, 12],
      ]),
    })),
  },
  {
    kind: 'gauge',
    name: 'nops_memory_usage_bytes',
    help: 'Resident memory of the NOPS Kernel process',
    series: perInstance((instance) => ({
      job,
      instance,
      value: wholeAround(`enis/memory/${instance}`, 1.15 * GIB, 0.12 * GIB, [[INCIDENT.deployErrors, 0.4 * GIB]]),
    })),
  },
  {
    kind: 'gauge',
    name: 'nops_memory_limit_bytes',
    help: 'Memory limit of the NOPS Kernel container',
    series: perInstance((instance) => ({ job, instance, value: () => MEMORY_LIMIT })),
  },
  {
    kind: 'gauge',
    name: 'nops_goroutines_count',
    help: 'Concurrent tasks in the NOPS Kernel process',
    series: perInstance((instance) => ({
      job,
      instance,
      value: wholeAround(`enis/goroutines/${instance}`, 240, 40, [[INCIDENT.slowDatabase, 900]]),
    })),
  },
  {
    kind: 'gauge',
    name: 'enis_build_info',
    help: 'Running version by service; a change of the label is a deploy',
    series: perInstance((instance) => ({ job, instance })).flatMap((where) =>
      buildInfo(where, 'nops-kernel', Object.values(KERNEL_VERSIONS), { service: 'nops-kernel' })
    ),
  },
];
