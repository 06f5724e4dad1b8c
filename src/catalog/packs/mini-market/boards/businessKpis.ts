import { type Board } from '../../../types';

/** Document 001, dashboard 2. */
export const businessKpisBoard: Board = {
  id: 'business-kpis',
  title: 'Mini Market business KPIs',
  description: 'Deliveries, orders, stock, prices and revenue.',
  page: 'boards',
  implements: ['MM-DASH-02'],
  rows: [
    {
      panels: [
        {
          id: 'products-per-hour',
          title: 'Products deposited per hour',
          kind: 'timeseries',
          queries: [{ signal: 'agente_deposito.products-per-hour', by: ['categoria'], legend: '{{categoria}}' }],
          stacked: true,
          columns: 12,
          heightPx: 300,
          implements: ['MM-PANEL-06'],
        },
        {
          id: 'revenue',
          title: 'Projected and real revenue',
          description:
            'Revenue of the running hour, in pesos. The document names no metrics for it; these names are ours.',
          kind: 'timeseries',
          queries: [
            { signal: 'agente_negocio.revenue-projected', legend: 'projected' },
            { signal: 'agente_negocio.revenue-real', legend: 'real' },
          ],
          columns: 12,
          heightPx: 300,
          implements: ['MM-PANEL-10'],
        },
      ],
    },
    {
      panels: [
        {
          id: 'orders',
          title: 'Purchase orders generated',
          description: 'In the time range of the page, by what started them.',
          kind: 'stat',
          queries: [{ signal: 'agente_negocio.orders', by: ['tipo'], legend: '{{tipo}}' }],
          unit: 'locale',
          decimals: 0,
          columns: 8,
          heightPx: 200,
          implements: ['MM-PANEL-07'],
        },
        {
          id: 'critical-stock',
          title: 'Critical stock',
          description:
            'Products below their minimum, and how many alerts that makes. The document counts alerts, and its metric products.',
          kind: 'stat',
          queries: [
            { signal: 'agente_negocio.critical-stock', legend: 'products' },
            { signal: 'agente_negocio.critical-stock-alerts', legend: 'alerts firing' },
          ],
          columns: 8,
          heightPx: 200,
          links: [{ title: 'Alerts', page: 'alerts' }],
          implements: ['MM-PANEL-09'],
        },
        {
          id: 'critical-stock-by-category',
          title: 'Products with critical stock by category',
          kind: 'bar-gauge',
          queries: [{ signal: 'agente_negocio.critical-stock', by: ['categoria'], legend: '{{categoria}}' }],
          columns: 8,
          heightPx: 200,
        },
      ],
    },
    {
      panels: [
        {
          id: 'inflation',
          title: 'Calculated inflation, % a day',
          kind: 'timeseries',
          queries: [{ signal: 'ml_service.inflation', legend: 'inflation' }],
          decimals: 2,
          softMax: 1.1,
          columns: 12,
          heightPx: 300,
          implements: ['MM-PANEL-08'],
        },
        {
          id: 'further-metrics',
          title: 'All business metrics',
          description:
            'Every metric whose name starts with deposito_, negocio_ or ml_, so that a new one is seen without a change here. Counters show their sum since the process started.',
          kind: 'table',
          queries: [{ signal: 'system.business-metrics', by: ['__name__'] }],
          columns: 12,
          heightPx: 300,
        },
      ],
    },
  ],
};
