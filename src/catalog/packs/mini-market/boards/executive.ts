import { type Board } from '../../../types';

const size = { columns: 4, heightPx: 150 } as const;

/** The state of the shops in one row. */
export const executiveBoard: Board = {
  id: 'executive-overview',
  title: 'Mini Market executive overview',
  page: 'executive',
  rows: [
    {
      title: 'Mini Market',
      panels: [
        {
          id: 'health',
          title: 'Services up',
          kind: 'stat',
          queries: [{ signal: 'system.healthy-services', legend: 'Healthy services' }],
          ...size,
          links: [{ title: 'Services', page: 'services' }],
        },
        {
          id: 'traffic',
          title: 'Requests',
          kind: 'stat',
          queries: [{ signal: 'system.requests', legend: 'Requests' }],
          ...size,
          links: [{ title: 'Services', page: 'services' }],
        },
        {
          id: 'error-rate',
          title: 'Error rate',
          kind: 'stat',
          queries: [{ signal: 'system.error-ratio', legend: 'Error rate' }],
          ...size,
          links: [{ title: 'Services', page: 'services' }],
        },
        {
          id: 'latency',
          title: 'Latency p95',
          kind: 'stat',
          queries: [{ signal: 'system.latency-p95', legend: 'Latency p95' }],
          ...size,
          links: [{ title: 'Services', page: 'services' }],
        },
        {
          id: 'products-per-hour',
          title: 'Deposits',
          kind: 'stat',
          queries: [{ signal: 'agente_deposito.products-per-hour', legend: 'Products' }],
          unit: 'locale',
          decimals: 0,
          ...size,
          links: [
            { title: 'Business KPIs', page: 'boards', params: { system: 'mini-market', board: 'business-kpis' } },
          ],
        },
        {
          id: 'critical-stock',
          title: 'Low stock',
          kind: 'stat',
          queries: [{ signal: 'agente_negocio.critical-stock', legend: 'Products' }],
          ...size,
          links: [
            { title: 'Business KPIs', page: 'boards', params: { system: 'mini-market', board: 'business-kpis' } },
          ],
        },
      ],
    },
  ],
};
