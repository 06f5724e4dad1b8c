import { type Board } from '../../../types';
import { graph, stat } from '../../panels';

/** Document 002 plans boards and describes none; this one shows what its gateway measures. */
export const gatewayBoard: Board = {
  id: 'gateway',
  title: 'SomaAgent gateway',
  description: 'Requests, connections, sessions, sign-ins and policy.',
  page: 'boards',
  implements: ['SOMA-DASH-01'],
  rows: [
    {
      title: 'Requests',
      panels: [
        graph(
          'http-requests',
          'Requests by service and status',
          [{ signal: 'system.http-requests', by: ['job', 'status'], legend: '{{job}} {{status}}' }],
          { implements: ['SOMA-PANEL-01'] }
        ),
        graph(
          'http-latency',
          'Latency p95 and p99 by service',
          [
            { signal: 'system.http-latency-p95', by: ['job'], legend: '{{job}} p95' },
            { signal: 'system.http-latency-p99', by: ['job'], legend: '{{job}} p99' },
          ],
          {
            description: 'The line is the gateway’s bound for p95, 2.5 s.',
            thresholds: { warning: 2.5 },
            links: [{ title: 'Slow traces', page: 'traces' }],
            implements: ['SOMA-PANEL-02'],
          }
        ),
        graph(
          'gateway-errors',
          'Gateway error rate by endpoint',
          [{ signal: 'gateway.error-ratio', by: ['method', 'endpoint'], legend: '{{method}} {{endpoint}}' }],
          { description: 'The line is the alert’s, 1 %.', softMax: 0.02 }
        ),
        {
          id: 'gateway-latency-distribution',
          title: 'Gateway latency',
          kind: 'heatmap',
          queries: [{ signal: 'gateway.latency-buckets', by: ['le'], legend: '{{le}}' }],
          columns: 12,
          heightPx: 300,
          links: [{ title: 'Slow traces', page: 'traces' }],
        },
      ],
    },
    {
      title: 'Connections and sessions',
      panels: [
        stat('websockets-now', 'WebSocket connections', 'gateway.websocket-connections', {
          columns: 6,
          heightPx: 260,
          implements: ['SOMA-PANEL-07'],
        }),
        graph(
          'websockets',
          'WebSocket connections',
          [{ signal: 'gateway.websocket-connections', by: ['instance'], legend: '{{instance}}' }],
          { columns: 9, heightPx: 260, implements: ['SOMA-PANEL-07'] }
        ),
        graph(
          'sessions',
          'Sessions created per minute',
          [{ signal: 'gateway.sessions-per-minute', legend: 'sessions' }],
          { columns: 9, heightPx: 260, implements: ['SOMA-PANEL-08'] }
        ),
      ],
    },
    {
      title: 'Sign-in and policy',
      panels: [
        graph(
          'auth-attempts',
          'Sign-in attempts by result',
          [{ signal: 'gateway.auth-attempts', by: ['result'], legend: '{{result}}' }],
          { stacked: true, implements: ['SOMA-PANEL-09'] }
        ),
        graph(
          'policy-evaluations',
          'Policy evaluations by result',
          [{ signal: 'policy.traffic', by: ['result'], legend: '{{result}}' }],
          { stacked: true, implements: ['SOMA-PANEL-10'] }
        ),
        graph('auth-failures', 'Refused sign-ins', [{ signal: 'gateway.auth-failure-ratio', legend: 'refused' }]),
        graph('policy-answers', 'Denied and unanswered evaluations', [
          { signal: 'policy.deny-ratio', legend: 'denied' },
          { signal: 'policy.error-ratio', legend: 'without an answer' },
        ]),
      ],
    },
  ],
};
