import { type Board } from '../../../types';
import { stat } from '../../panels';

const toBoard = (title: string, board: string) => [
  { title, page: 'boards' as const, params: { system: 'soma-agent', board } },
];
const toServices = [{ title: 'Services', page: 'services' as const }];

/** The state of the agents in one row. */
export const executiveBoard: Board = {
  id: 'executive-overview',
  title: 'SomaAgent executive overview',
  page: 'executive',
  rows: [
    {
      title: 'SomaAgent',
      panels: [
        stat('health', 'Targets up', 'system.reachable-targets', { links: toServices }),
        stat('traffic', 'HTTP requests', 'system.http-requests', { links: toServices }),
        stat('error-rate', 'Gateway errors', 'gateway.error-ratio', { links: toBoard('Gateway', 'gateway') }),
        stat('latency', 'Gateway p95', 'gateway.latency-p95', { links: toBoard('Gateway', 'gateway') }),
        stat('failed-conversations', 'Chat failures', 'conversation-worker.error-ratio', {
          links: toBoard('Conversations', 'conversation-worker'),
        }),
        stat('tokens', 'Tokens', 'budget-manager.tokens-per-hour', {
          links: toBoard('Token budgets', 'conversation-worker'),
        }),
      ],
    },
  ],
};
