import { type Signal } from '../../../../domain/signals/types';

/** Whether the application is there, since when, and what it thinks of itself. */
export const healthSignals: Readonly<Record<string, Signal>> = {
  up: {
    kind: 'gauge',
    title: 'Reachable',
    description: 'The document names no scrape job; this one is assumed.',
    metric: 'up',
    where: { job: 'accelerapp' },
    aggregation: 'min',
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
  },
  uptime: {
    kind: 'gauge',
    title: 'Uptime',
    description: 'Of the pod that started last.',
    metric: 'accelerapp_uptime_seconds',
    aggregation: 'min',
    unit: 'dtdhms',
    direction: 'neutral',
    implements: ['ACC-METRIC-01'],
  },
  'health-check': {
    kind: 'gauge',
    title: 'Health checks',
    description:
      'The worst of the checks. The document leaves their encoding open: 1 is read as healthy, 0 as failing.',
    metric: 'accelerapp_health_check_status',
    aggregation: 'min',
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
    implements: ['ACC-METRIC-07'],
  },
};
