import { type Board } from '../../../types';
import { graph } from '../../panels';

const third = { columns: 8 } as const;

/** Document 004, business metrics. */
export const businessMetricsBoard: Board = {
  id: 'business-metrics',
  title: 'Business metrics of the standard',
  description: 'Users, sessions, orders, payments and checkouts.',
  page: 'boards',
  implements: ['OBS-DASH-04', 'OBS-QUAL-09'],
  rows: [
    {
      title: 'Users and sessions',
      panels: [
        graph(
          'active-users',
          'Active users, 1 h',
          [{ signal: 'user-service.active-users-1h', by: ['service'], legend: '{{service}}' }],
          { ...third, decimals: 0, implements: ['OBS-PANEL-13'] }
        ),
        graph(
          'registrations',
          'Registrations by source',
          [{ signal: 'user-service.registrations', by: ['source'], legend: '{{source}}' }],
          { ...third, stacked: true, implements: ['OBS-PANEL-16'] }
        ),
        graph(
          'active-sessions',
          'Active sessions',
          [{ signal: 'user-service.active-sessions', by: ['service'], legend: '{{service}}' }],
          { ...third, decimals: 0, implements: ['OBS-PANEL-17'] }
        ),
      ],
    },
    {
      title: 'Orders',
      panels: [
        graph(
          'revenue',
          'Revenue per minute by currency',
          [{ signal: 'order-service.revenue-per-minute', by: ['currency'], legend: '{{currency}}' }],
          { ...third, implements: ['OBS-PANEL-14'] }
        ),
        graph('conversion', 'Conversion rate', [{ signal: 'web-frontend.conversion-rate', legend: 'conversion' }], {
          ...third,
          min: 0,
          implements: ['OBS-PANEL-15'],
        }),
        graph(
          'orders-and-sessions',
          'Sessions started and orders completed',
          [
            { signal: 'web-frontend.sessions-started', legend: 'sessions' },
            { signal: 'order-service.orders-completed', legend: 'orders' },
          ],
          third
        ),
      ],
    },
    {
      title: 'Payments, checkouts and pages',
      panels: [
        graph(
          'payment-failures',
          'Payment failure rate',
          [{ signal: 'payment-service.payment-failure-ratio', legend: 'failed' }],
          { ...third, softMax: 0.06, implements: ['OBS-PANEL-18'] }
        ),
        graph(
          'checkout-success',
          'Checkout success',
          [{ signal: 'web-frontend.checkout-success', legend: 'completed' }],
          {
            ...third,
            description: 'The line is the objective, 99.5 % over 7 days.',
          }
        ),
        graph(
          'page-load',
          'Page load p95',
          [{ signal: 'web-frontend.page-load-p95', by: ['page'], legend: '{{page}}' }],
          {
            ...third,
            description: 'The line is the objective, 2 s.',
          }
        ),
      ],
    },
  ],
};
