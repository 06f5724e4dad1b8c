import { type Board } from '../../../types';

/** Document 000: health of the micro-services, from the shared instrumentation. */
export const servicesBoard: Board = {
  id: 'service-health',
  title: 'Micro-services',
  page: 'services',
  implements: ['ENIS-DASH-06'],
  rows: [
    {
      title: 'Micro-services',
      panels: [
        {
          id: 'service-grid',
          title: 'Services, now',
          kind: 'table',
          queries: [
            { signal: 'system.service-error-ratio', by: ['service'] },
            { signal: 'cloud-services.traffic', by: ['service'] },
            { signal: 'cloud-services.latency-p95', by: ['service'] },
            { signal: 'cloud-services.cpu', by: ['service'] },
            { signal: 'cloud-services.memory', by: ['service'] },
          ],
          columns: 24,
          heightPx: 360,
          implements: ['ENIS-PANEL-19'],
        },
        {
          id: 'service-errors-by-type',
          title: 'Errors by type',
          kind: 'timeseries',
          queries: [
            { signal: 'cloud-services.errors', by: ['service', 'error_type'], legend: '{{service}} {{error_type}}' },
          ],
          columns: 12,
        },
        {
          id: 'service-latency',
          title: 'Latency p95 by service',
          kind: 'timeseries',
          queries: [{ signal: 'cloud-services.latency-p95', by: ['service'], legend: '{{service}}' }],
          columns: 12,
        },
      ],
    },
  ],
};
