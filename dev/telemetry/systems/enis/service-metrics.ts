import type { MetricModel, SeriesBase } from '../../model';
import { callCounters, callDurationsByStatus } from '../../kit/metrics';
import { around, portion, times, wholeAround } from '../../kit/rates';
import { INCIDENT } from './incidents';
import { REQUEST_BUCKETS } from './kernel-metrics';
import { allEndpoints } from './operations';
import { CLOUD_SERVICES } from './topology';

const MIB = 1024 ** 2;
/** Exception class and its share of all failures. */
const ERROR_TYPES = [
  ['KeyError', 0.5],
  ['TimeoutError', 0.3],
  ['DependencyError', 0.2],
] as const;

const services = ['nops-kernel', 'inference-service', ...CLOUD_SERVICES] as const;
const where = (service: string): Pick<SeriesBase, 'job'> => ({ job: service });

/** The shared `enis_*` instrumentation: the same three series for every service, kept equal to the service's own. */
export const serviceMetrics: MetricModel[] = [
  {
    kind: 'counter',
    name: 'enis_requests_total',
    help: 'Total request count',
    series: allEndpoints.flatMap(({ service, method, endpoint, operation }) =>
      callCounters(operation, where(service), { service, method, endpoint, status: '200' }, [
        [{ service, method, endpoint, status: '500' }, 0.7],
        [{ service, method, endpoint, status: '503' }, 0.3],
      ])
    ),
  },
  {
    kind: 'histogram',
    name: 'enis_request_duration_seconds',
    help: 'Request duration in seconds',
    bucketsLe: REQUEST_BUCKETS,
    series: allEndpoints.flatMap(({ service, method, endpoint, operation }) =>
      callDurationsByStatus(
        operation,
        where(service),
        { service, method, endpoint, status: '200' },
        { service, method, endpoint, status: '500' }
      )
    ),
  },
  {
    kind: 'counter',
    name: 'enis_errors_total',
    help: 'Total error count',
    series: services.flatMap((service) => {
      const mine = allEndpoints.filter((entry) => entry.service === service);
      return ERROR_TYPES.map(([errorType, share]) => ({
        ...where(service),
        labels: { service, error_type: errorType, severity: 'error' },
        ratePerSecond: (tMs, world) =>
          mine.reduce(
            (sum, { operation }) =>
              sum + times(portion(operation.ratePerSecond, operation.errorRatio), share)(tMs, world),
            0
          ),
      }));
    }),
  },
  {
    kind: 'gauge',
    name: 'enis_cpu_usage_percent',
    help: 'CPU usage percentage',
    series: services.map((service) => ({
      ...where(service),
      labels: { service },
      value: around(
        `enis/service-cpu/${service}`,
        38,
        12,
        service === 'nops-kernel' ? [[INCIDENT.deployErrors, 20]] : []
      ),
    })),
  },
  {
    kind: 'gauge',
    name: 'enis_memory_usage_bytes',
    help: 'Memory usage in bytes',
    series: services.map((service) => ({
      ...where(service),
      labels: { service },
      value: wholeAround(`enis/service-memory/${service}`, 620 * MIB, 90 * MIB),
    })),
  },
];
