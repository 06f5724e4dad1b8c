import { type Board } from '../../../types';
import { stat } from '../../panels';

const toServices = [{ title: 'Services', page: 'services' as const }];
const toBusiness = [
  { title: 'Business', page: 'boards' as const, params: { system: 'obs-standards', board: 'business-metrics' } },
];

/** The state of the shop in one row. */
export const executiveBoard: Board = {
  id: 'executive-overview',
  title: 'Shop of the standard, executive overview',
  page: 'executive',
  rows: [
    {
      title: 'Observability standard',
      panels: [
        stat('health', 'Targets up', 'system.reachable-targets', { links: toServices }),
        stat('traffic', 'Requests', 'system.requests', { links: toServices }),
        stat('error-rate', 'Error rate', 'system.error-ratio', { links: toServices }),
        stat('latency', 'Latency p95', 'system.latency-p95', { links: toServices }),
        stat('conversion', 'Conversion', 'web-frontend.conversion-rate', { links: toBusiness }),
        stat('payment-failures', 'Failed payments', 'payment-service.payment-failure-ratio', {
          links: toBusiness,
        }),
      ],
    },
  ],
};
