import { type Board } from '../../../types';

/** Document 001, dashboard 1. */
export const systemOverviewBoard: Board = {
  id: 'system-overview',
  title: 'Mini Market system overview',
  description: 'Whether the seven services are up, what they are asked, and how well they answer.',
  page: 'boards',
  implements: ['MM-DASH-01'],
  rows: [
    {
      panels: [
        {
          id: 'health',
          title: 'Health of the seven services',
          kind: 'stat',
          queries: [{ signal: 'system.service-health', by: ['job'], legend: '{{job}}' }],
          columns: 24,
          heightPx: 150,
          links: [{ title: 'Services', page: 'services' }],
          implements: ['MM-PANEL-01'],
        },
      ],
    },
    {
      panels: [
        {
          id: 'request-rate',
          title: 'Requests per minute by service',
          kind: 'timeseries',
          queries: [{ signal: 'system.requests-per-minute', by: ['job'], legend: '{{job}}' }],
          columns: 16,
          heightPx: 320,
          links: [{ title: 'Services', page: 'services' }],
          implements: ['MM-PANEL-02'],
        },
        {
          id: 'error-rate-24h',
          title: 'Error rate, last 24 hours',
          kind: 'bar-gauge',
          queries: [{ signal: 'system.error-ratio-24h', by: ['job'], legend: '{{job}}' }],
          // Twice the bound of the alert: the largest of four small shares must not look like a full bar.
          max: 0.1,
          columns: 8,
          heightPx: 320,
          links: [{ title: 'Services', page: 'services' }],
          implements: ['MM-PANEL-03'],
        },
      ],
    },
    {
      panels: [
        {
          id: 'latency-by-endpoint',
          title: 'Latency p95 by endpoint',
          kind: 'timeseries',
          queries: [{ signal: 'system.latency-p95', by: ['job', 'endpoint'], legend: '{{job}} {{endpoint}}' }],
          columns: 16,
          heightPx: 360,
          links: [{ title: 'Slow traces', page: 'traces' }],
          implements: ['MM-PANEL-04'],
        },
        {
          id: 'uptime-7d',
          title: 'Uptime, last 7 days',
          kind: 'bar-gauge',
          queries: [{ signal: 'system.uptime-7d', by: ['job'], legend: '{{job}}' }],
          max: 1,
          decimals: 2,
          columns: 8,
          heightPx: 360,
          links: [{ title: 'SLOs', page: 'slos' }],
          implements: ['MM-PANEL-05'],
        },
      ],
    },
  ],
};
