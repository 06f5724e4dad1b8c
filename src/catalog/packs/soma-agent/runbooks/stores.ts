import { type Check, type Runbook } from '../../../../domain/runbook/types';
import { command, compose, errorLines, investigate, metric, mitigate, on, symptom, verify } from '../../runbookKit';
import { owned, written } from './parts';

const effect: readonly Check[] = [
  metric('gateway.error-ratio', '>', 0.01, { title: 'Failed requests of the gateway' }),
  metric('conversation-worker.error-ratio', '>', 0.05, { title: 'Failed conversations' }),
];

interface Store {
  service: 'redis' | 'postgres' | 'kafka';
  name: string;
  summary: string;
  own: readonly Check[];
  probe: string;
  advice: string;
}

const down = ({ service, name, summary, own, probe, advice }: Store): Runbook => ({
  ...owned,
  id: `${service}-down`,
  title: `${name} is down`,
  service,
  alerts: [`${service}-down`],
  severity: 'critical',
  responseMinutes: 5,
  variables: { container: service },
  summary,
  steps: [
    symptom(),
    investigate('effect', 'Do users notice?', { checks: [...effect, errorLines(5, { service: 'gateway' })] }),
    investigate('calls', 'Gone, or only its exporter?', {
      text: 'Calls that succeed while it is reported down mean that only the exporter is gone.',
      checks: [
        metric(`${service}.error-ratio`, '>', 0.05, { title: 'Failed calls', blames: service }),
        metric(`${service}.traffic`, '<=', 0, { title: 'Calls are made' }),
        ...own,
      ],
      branches: [on('normal', 'exporter', 'Calls succeed.')],
    }),
    mitigate('start', 'Start it', {
      text: advice,
      checks: [compose.state, compose.logs, compose.restart, command(probe)],
    }),
    mitigate('exporter', 'Look after the exporter', {
      text: 'Nobody is harmed, but nobody would notice if it fell now.',
    }),
    verify(effect),
    written,
  ],
});

export const storeRunbooks: readonly Runbook[] = [
  down({
    service: 'redis',
    name: 'Redis',
    summary: 'Redis does not answer. Sessions cannot be read; the gateway refuses requests.',
    own: [metric('redis.memory', '>', 900_000_000), metric('redis.clients', '>', 900)],
    probe: 'docker compose exec $container redis-cli ping',
    advice: 'Out of memory? Raise the limit before you start it.',
  }),
  down({
    service: 'postgres',
    name: 'PostgreSQL',
    summary: 'PostgreSQL does not answer. Sessions, conversations and budgets cannot be read or written.',
    own: [metric('postgres.connections', '>', 90), metric('postgres.commits', '<=', 0, { title: 'Transactions' })],
    probe: 'docker compose exec $container pg_isready',
    advice: 'Look at the disk of its host first. Never start a second one on the same files.',
  }),
  down({
    service: 'kafka',
    name: 'Kafka',
    summary: 'The brokers do not answer. Nothing can be published; conversations and tools stand still.',
    own: [
      metric('kafka.brokers', '<', 1, { title: 'Brokers' }),
      metric('kafka.lag', '>', 1000, { by: ['group'], title: 'Events that wait' }),
    ],
    probe: 'docker compose exec $container kafka-topics.sh --bootstrap-server localhost:9092 --list',
    advice: 'Brokers one after the other; wait for each until its partitions are in sync.',
  }),
  {
    ...owned,
    id: 'consumer-lag',
    title: 'Consumers fall behind',
    service: 'kafka',
    alerts: ['high-kafka-consumer-lag'],
    severity: 'critical',
    responseMinutes: 5,
    variables: { container: 'conversation-worker' },
    summary: 'More than 1,000 events of a topic wait. Users wait as long.',
    steps: [
      symptom(),
      investigate('which', 'Which group, which topic?', {
        checks: [
          metric('kafka.lag', '>', 1000, { by: ['group', 'topic'], title: 'Events that wait' }),
          metric('kafka.brokers', '<', 1, { title: 'Brokers' }),
        ],
      }),
      investigate('consumers', 'Do the consumers work?', {
        checks: [
          metric('system.application-up', '<', 1, { by: ['job'], title: 'Services that answer' }),
          metric('conversation-worker.traffic', '<=', 0, { title: 'Conversations are processed' }),
          metric('conversation-worker.latency-p95', '>', 5, { title: 'p95 of a conversation' }),
          {
            kind: 'log',
            title: 'Rebalances',
            schema: 'soma-agent',
            query: 'message:rebalance*',
            within: '1h',
            abnormal: { op: '>', value: 3 },
          },
        ],
        branches: [on('abnormal', 'restart')],
      }),
      mitigate('scale', 'Add consumers', {
        text: 'Not more than the topic has partitions.',
        checks: [command('docker compose up -d --scale $container=3', 'Starts a rebalance.')],
      }),
      mitigate('restart', 'Restart the consumers', { checks: [compose.restart] }),
      verify([metric('conversation-worker.error-ratio', '>', 0.05)]),
      written,
    ],
  },
];
