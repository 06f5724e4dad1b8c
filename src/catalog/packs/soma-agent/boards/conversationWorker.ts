import { type Board } from '../../../types';
import { graph } from '../../panels';

const third = { columns: 8 } as const;
const byTenantAndPersona = { by: ['tenant', 'persona_id'], legend: '{{tenant}} {{persona_id}}' };

/** Document 002 plans boards and describes none; this one shows what its conversation worker measures. */
export const conversationWorkerBoard: Board = {
  id: 'conversation-worker',
  title: 'SomaAgent conversations, models and budgets',
  description: 'Conversations and their failures, model calls, tokens and budgets by tenant and persona.',
  page: 'boards',
  implements: ['SOMA-DASH-02'],
  rows: [
    {
      title: 'Conversations',
      panels: [
        graph('conversations', 'Conversations', [{ signal: 'conversation-worker.traffic', legend: 'conversations' }], {
          ...third,
          implements: ['SOMA-PANEL-11'],
        }),
        graph(
          'processing-time',
          'Processing time',
          [
            { signal: 'conversation-worker.latency-p95', legend: 'p95' },
            { signal: 'conversation-worker.latency-p50', legend: 'p50' },
          ],
          {
            ...third,
            description: 'The line is the bound for p95, 5 s.',
            links: [{ title: 'Slow traces', page: 'traces' }],
            implements: ['SOMA-PANEL-11'],
          }
        ),
        graph(
          'failed-share',
          'Failed conversations',
          [{ signal: 'conversation-worker.error-ratio', legend: 'failed' }],
          {
            ...third,
            description: 'The line is the alert’s, 5 %.',
            softMax: 0.1,
            implements: ['SOMA-PANEL-11'],
          }
        ),
        graph(
          'failures-by-type',
          'Failed conversations by type',
          [{ signal: 'conversation-worker.errors', by: ['error_type'], legend: '{{error_type}}' }],
          { ...third, stacked: true, links: [{ title: 'Logs', page: 'logs' }], implements: ['SOMA-PANEL-11'] }
        ),
        {
          id: 'processing-time-distribution',
          title: 'Processing time of all conversations',
          kind: 'heatmap',
          queries: [{ signal: 'conversation-worker.latency-buckets', by: ['le'], legend: '{{le}}' }],
          ...third,
          heightPx: 300,
        },
        graph(
          'intents',
          'Classified intents',
          [{ signal: 'conversation-worker.intents', by: ['intent'], legend: '{{intent}}' }],
          { ...third, stacked: true, implements: ['SOMA-PANEL-14'] }
        ),
      ],
    },
    {
      title: 'Models',
      panels: [
        graph(
          'model-invocations',
          'Model invocations',
          [{ signal: 'conversation-worker.model-invocations', by: ['model'], legend: '{{model}}' }],
          { ...third, implements: ['SOMA-PANEL-05'] }
        ),
        graph(
          'model-latency',
          'Model latency p95',
          [{ signal: 'conversation-worker.model-latency-p95', by: ['model'], legend: '{{model}}' }],
          { ...third, links: [{ title: 'Slow traces', page: 'traces' }], implements: ['SOMA-PANEL-06'] }
        ),
        graph(
          'model-tokens',
          'Model tokens',
          [{ signal: 'conversation-worker.model-tokens', by: ['model', 'type'], legend: '{{model}} {{type}}' }],
          { ...third, implements: ['SOMA-PANEL-12'] }
        ),
      ],
    },
    {
      title: 'Token budgets',
      panels: [
        graph(
          'tokens-by-tenant',
          'Tokens by tenant',
          [{ signal: 'budget-manager.tokens-1h', by: ['tenant'], legend: '{{tenant}}' }],
          { ...third, implements: ['SOMA-PANEL-03'] }
        ),
        graph(
          'tokens-by-persona',
          'Tokens by persona',
          [{ signal: 'budget-manager.tokens-1h', ...byTenantAndPersona }],
          { ...third, implements: ['SOMA-PANEL-04'] }
        ),
        graph(
          'budget-limit-hits',
          'Budget limit hits in 5 minutes',
          [{ signal: 'budget-manager.limit-hits-5m', ...byTenantAndPersona }],
          {
            ...third,
            description: 'The line is the alert’s: more than 10 of one tenant.',
            implements: ['SOMA-PANEL-13'],
          }
        ),
        {
          id: 'tenants',
          title: 'Tenants and personas, now',
          kind: 'table',
          queries: [
            { signal: 'budget-manager.tokens-per-hour', by: ['tenant', 'persona_id'] },
            { signal: 'budget-manager.limit-hits-5m', by: ['tenant', 'persona_id'] },
          ],
          columns: 24,
          heightPx: 360,
        },
      ],
    },
  ],
};
