import { type Signal } from '../../../../domain/signals/types';
import { httpSignals } from './http';

/** Requests, connections, sessions and sign-ins. */
export const gatewaySignals: Readonly<Record<string, Signal>> = {
  ...httpSignals('gateway', { errorRatio: { critical: 0.01 }, latencyP95: { warning: 2.5 } }),
  'latency-buckets': {
    kind: 'expression',
    title: 'Latency distribution',
    description: 'Number of requests by duration.',
    expr: 'sum by (le) (increase(http_request_duration_seconds_bucket{job="gateway", $where}[$window]))',
    metrics: ['http_request_duration_seconds_bucket'],
    unit: 's',
    direction: 'neutral',
  },
  'websocket-connections': {
    kind: 'gauge',
    title: 'WebSocket connections',
    metric: 'websocket_connections_active',
    aggregation: 'sum',
    unit: 'short',
    direction: 'neutral',
    implements: ['SOMA-METRIC-03'],
  },
  'sessions-per-minute': {
    kind: 'expression',
    title: 'Sessions created per minute',
    expr: 'sum by ($by) (rate(sessions_created_total{$where}[$window])) * 60',
    metrics: ['sessions_created_total'],
    unit: 'cpm',
    direction: 'neutral',
    implements: ['SOMA-METRIC-04'],
  },
  'auth-attempts': {
    kind: 'rate',
    title: 'Sign-in attempts',
    description: 'By result: success, failure, or missing when a request brought no credentials.',
    metric: 'auth_attempts_total',
    unit: 'ops',
    direction: 'neutral',
    implements: ['SOMA-METRIC-05'],
  },
  'auth-failure-ratio': {
    kind: 'ratio',
    title: 'Refused sign-ins',
    description: 'Share of the attempts with wrong credentials or without any. The document gives no bound.',
    part: { metric: 'auth_attempts_total', where: { result: { not: 'success' } } },
    total: { metric: 'auth_attempts_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
  },
};
