import { type Signal } from '../../../../domain/signals/types';

/** What the services count about their database: labels service, operation and table. */
export const databaseSignals: Readonly<Record<string, Signal>> = {
  traffic: {
    kind: 'rate',
    title: 'Database operations',
    metric: 'database_operations_total',
    unit: 'ops',
    direction: 'neutral',
    implements: ['OBS-MET-03'],
  },
  'error-ratio': {
    kind: 'ratio',
    title: 'Failed operations',
    part: { metric: 'database_operations_total', where: { status: 'error' } },
    total: { metric: 'database_operations_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
  },
  'latency-p95': {
    kind: 'quantile',
    title: 'Duration p95',
    histogram: 'database_operation_duration_seconds',
    quantile: 0.95,
    unit: 's',
    direction: 'lower-is-better',
    implements: ['OBS-MET-04'],
  },
};
