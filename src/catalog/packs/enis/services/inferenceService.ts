import { type Signal } from '../../../../domain/signals/types';

/** Golden signals of the inference service, by model and provider. */
export const inferenceServiceSignals: Readonly<Record<string, Signal>> = {
  'latency-p95': {
    kind: 'quantile',
    title: 'Latency p95',
    histogram: 'inference_request_duration_seconds',
    quantile: 0.95,
    unit: 's',
    direction: 'lower-is-better',
    thresholds: { critical: 5 },
    implements: ['ENIS-METRIC-11'],
  },
  traffic: {
    kind: 'rate',
    title: 'Requests',
    metric: 'inference_requests_total',
    unit: 'reqps',
    direction: 'neutral',
    implements: ['ENIS-METRIC-12'],
  },
  'error-ratio': {
    kind: 'ratio',
    title: 'Error rate',
    part: { metric: 'inference_requests_total', where: { status: 'error' } },
    total: { metric: 'inference_requests_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.005, critical: 0.05 },
    implements: ['ENIS-METRIC-13'],
  },
  'provider-unavailable': {
    kind: 'rate',
    title: 'Requests refused by a provider',
    metric: 'inference_requests_total',
    where: { status: 'error', error_type: 'provider_unavailable' },
    unit: 'reqps',
    direction: 'lower-is-better',
  },
  saturation: {
    kind: 'utilisation',
    title: 'Tokens against the limit of the provider',
    description: 'The document names no metric for the limit; this one is read from the service.',
    used: { metric: 'inference_tokens_per_second' },
    capacity: { metric: 'inference_provider_limit_tokens_per_second' },
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.8, critical: 0.9 },
    implements: ['ENIS-METRIC-14'],
  },
};
