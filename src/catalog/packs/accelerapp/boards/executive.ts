import { type Board } from '../../../types';

const size = { columns: 4, heightPx: 150 } as const;
const services = [{ title: 'Services', page: 'services' }] as const;

/** The state of the code generator in one row. */
export const executiveBoard: Board = {
  id: 'executive-overview',
  title: 'Accelerapp executive overview',
  page: 'executive',
  rows: [
    {
      title: 'Accelerapp',
      panels: [
        {
          id: 'health',
          title: 'System health',
          kind: 'stat',
          queries: [{ signal: 'system.reachable-targets', legend: 'Reachable targets' }],
          ...size,
          links: services,
        },
        {
          id: 'traffic',
          title: 'Requests',
          kind: 'stat',
          queries: [{ signal: 'accelerapp.traffic', legend: 'Requests' }],
          ...size,
          links: services,
        },
        {
          id: 'error-rate',
          title: 'Error rate',
          kind: 'stat',
          queries: [{ signal: 'accelerapp.error-ratio', legend: 'Error rate' }],
          ...size,
          links: services,
        },
        {
          id: 'response-time',
          title: 'Latency p95',
          kind: 'stat',
          queries: [{ signal: 'accelerapp.latency-p95', legend: 'p95' }],
          ...size,
          links: services,
        },
        {
          id: 'generation-success',
          title: 'Code success',
          kind: 'stat',
          queries: [{ signal: 'accelerapp.generation-success-ratio', legend: 'Success' }],
          ...size,
          links: [
            { title: 'System overview', page: 'boards', params: { system: 'accelerapp', board: 'system-overview' } },
          ],
        },
        {
          id: 'cost',
          title: 'Cost (estimate)',
          kind: 'stat',
          queries: [
            { signal: 'system.monthly-cost', legend: 'per month' },
            { signal: 'system.hourly-cost', legend: 'per hour' },
          ],
          ...size,
          links: [{ title: 'Cost', page: 'boards', params: { system: 'accelerapp', board: 'cost' } }],
        },
      ],
    },
  ],
};
