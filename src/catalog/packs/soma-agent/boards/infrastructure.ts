import { type Board } from '../../../types';
import { graph, logGroups, logLines } from '../../panels';

const third = { columns: 8 } as const;

/** Kafka with its dead letters, Redis and PostgreSQL. */
export const infrastructureBoard: Board = {
  id: 'infrastructure',
  title: 'SomaAgent Kafka, Redis and PostgreSQL',
  page: 'boards',
  implements: ['SOMA-DASH-04'],
  rows: [
    {
      panels: [
        {
          id: 'stores-up',
          title: 'Answers',
          kind: 'state-timeline',
          queries: [
            { signal: 'kafka.up', legend: 'Kafka' },
            { signal: 'redis.up', legend: 'Redis' },
            { signal: 'postgres.up', legend: 'PostgreSQL' },
          ],
          columns: 12,
          heightPx: 300,
        },
        graph('kafka-lag', 'Consumer lag by group', [{ signal: 'kafka.lag', by: ['group'], legend: '{{group}}' }], {
          description: 'Of the topic with the largest one. The line is the alert’s, 1,000 events.',
          implements: ['SOMA-PANEL-20'],
        }),
      ],
    },
    {
      title: 'Dead letters',
      panels: [
        {
          id: 'dead-letters',
          title: 'Dead letter topics',
          description: 'A dead letter topic is named after its source. Counts of the time range of the page.',
          kind: 'table',
          queries: [{ signal: 'kafka.dead-letters', by: ['source_topic', 'error_type'] }],
          ...third,
          heightPx: 300,
          implements: ['SOMA-OTHER-05'],
        },
        graph(
          'dead-letter-rate',
          'Dead letters by type of error',
          [
            {
              signal: 'kafka.dead-letter-rate',
              by: ['source_topic', 'error_type'],
              legend: '{{source_topic}}.dlq {{error_type}}',
            },
          ],
          { columns: 16, stacked: true, links: [{ title: 'Logs', page: 'logs' }] }
        ),
        logGroups('dead-letter-errors', 'Stored dead letters', {
          schema: 'soma-agent-dlq',
          by: ['source_topic', 'exceptionType'],
        }),
        logLines(
          'dead-letter-events',
          'Latest dead letters',
          {
            schema: 'soma-agent-dlq',
            columns: ['source_topic', 'exceptionType', 'message', 'retry_count', 'service', 'traceId'],
          },
          { columns: 16 }
        ),
      ],
    },
    {
      title: 'Redis and PostgreSQL',
      panels: [
        graph('redis-memory', 'Redis memory', [{ signal: 'redis.memory', legend: 'used' }], third),
        graph('redis-clients', 'Redis clients', [{ signal: 'redis.clients', legend: 'clients' }], third),
        graph('redis-latency', 'Redis latency p95', [{ signal: 'redis.latency-p95', legend: 'p95' }], third),
        graph(
          'postgres-connections',
          'PostgreSQL connections',
          [{ signal: 'postgres.connections', by: ['state'], legend: '{{state}}' }],
          { ...third, stacked: true }
        ),
        graph('postgres-commits', 'PostgreSQL commits', [{ signal: 'postgres.commits', legend: 'commits' }], third),
        graph('postgres-latency', 'PostgreSQL latency p95', [{ signal: 'postgres.latency-p95', legend: 'p95' }], third),
      ],
    },
  ],
};
