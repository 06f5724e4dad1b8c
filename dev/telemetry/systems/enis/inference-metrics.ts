import type { MetricModel } from '../../model';
import { callCounters, callDurations } from '../../kit/metrics';
import { portion, remainder, times } from '../../kit/rates';
import { DOWN_PROVIDER, INCIDENT } from './incidents';
import { providerOperations } from './operations';
import { INFERENCE_INSTANCES, MODELS } from './topology';

/** Seconds; 5.0 is the p95 objective. */
const BUCKETS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const TOKENS_PER_REQUEST = 950;
/** A provider that is down may not look down before it is: its own error type counts only during the incident. */
const QUIET_ERROR_RATIO = 0.0015;

const where = (index: number) => ({
  job: 'inference-service',
  instance: INFERENCE_INSTANCES[index % INFERENCE_INSTANCES.length]!,
});

export const inferenceMetrics: MetricModel[] = [
  {
    kind: 'counter',
    name: 'inference_requests_total',
    help: 'Inference requests by model, provider and outcome',
    series: providerOperations.flatMap(({ model, provider, operation }, index) => {
      const labels = { model, provider };
      const quiet = { ...operation, errorRatio: () => QUIET_ERROR_RATIO };
      const [, ...quietFailures] = callCounters(quiet, where(index), labels, [
        [{ ...labels, status: 'error', error_type: 'timeout' }, 0.6],
        [{ ...labels, status: 'error', error_type: 'rate_limited' }, 0.4],
      ]);
      const success = {
        ...where(index),
        labels: { ...labels, status: 'success' },
        ratePerSecond: remainder(operation.ratePerSecond, operation.errorRatio),
      };
      const unavailable = {
        ...where(index),
        labels: { ...labels, status: 'error', error_type: 'provider_unavailable' },
        ratePerSecond: portion(
          operation.ratePerSecond,
          (tMs, world) => operation.errorRatio(tMs, world) - QUIET_ERROR_RATIO
        ),
      };
      return [success, ...quietFailures, ...(provider === DOWN_PROVIDER ? [unavailable] : [])];
    }),
  },
  {
    kind: 'histogram',
    name: 'inference_request_duration_seconds',
    help: 'Duration of inference requests by model and provider',
    bucketsLe: BUCKETS,
    series: providerOperations.map(({ model, provider, operation }, index) =>
      callDurations(operation, where(index), { model, provider })
    ),
  },
  {
    kind: 'gauge',
    name: 'inference_tokens_per_second',
    help: 'Tokens processed by model and provider',
    series: providerOperations.map(({ model, provider, operation }, index) => ({
      ...where(index),
      labels: { model, provider },
      value: (tMs, world) =>
        Math.round(
          operation.ratePerSecond(tMs, world) *
            TOKENS_PER_REQUEST *
            (provider === DOWN_PROVIDER ? 1 - world.incident(INCIDENT.providerDown, tMs) : 1)
        ),
    })),
  },
  {
    kind: 'gauge',
    name: 'inference_provider_limit_tokens_per_second',
    help: 'Tokens per second that the provider grants',
    series: MODELS.map(({ model, provider, limitTokensPerSecond }, index) => ({
      ...where(index),
      labels: { model, provider },
      value: () => limitTokensPerSecond,
    })),
  },
  {
    kind: 'counter',
    name: 'inference_tokens_total',
    help: 'Tokens processed by model and provider since start',
    series: providerOperations.map(({ model, provider, operation }, index) => ({
      ...where(index),
      labels: { model, provider },
      ratePerSecond: times(remainder(operation.ratePerSecond, operation.errorRatio), TOKENS_PER_REQUEST),
    })),
  },
];
