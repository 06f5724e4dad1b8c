import { type Alert } from '../../../types';
import { SLO_GROUP } from './services';

const critical = { group: SLO_GROUP, severity: 'critical', page: true } as const;

const down = (service: string, name: string, alertName: string, requirement: string): Alert => ({
  ...critical,
  id: `${service}-down`,
  name: alertName,
  service,
  condition: { signal: `${service}.up`, by: ['instance'], op: '==', value: 0 },
  for: '1m',
  summary: `${name} is down`,
  description:
    service === 'kafka'
      ? 'The exporter {{ $labels.instance }} does not answer, and it goes down with the brokers.'
      : `The exporter {{ $labels.instance }} does not answer, or says that ${name} does not.`,
  runbook: `${service}-down`,
  implements: [requirement],
});

/** Kafka, Redis and PostgreSQL. */
export const storeAlerts: readonly Alert[] = [
  {
    ...critical,
    id: 'high-kafka-consumer-lag',
    name: 'HighKafkaConsumerLag',
    service: 'kafka',
    condition: { signal: 'kafka.lag', by: ['group', 'topic'], op: '>', value: 1000 },
    for: '5m',
    summary: 'Consumers of {{ $labels.topic }} fall behind',
    description: 'Group {{ $labels.group }} has {{ $value }} events to read (bound: 1,000).',
    runbook: 'consumer-lag',
    implements: ['SOMA-ALERT-08'],
  },
  down('redis', 'Redis', 'RedisDown', 'SOMA-ALERT-09'),
  down('postgres', 'PostgreSQL', 'PostgresDown', 'SOMA-ALERT-10'),
  down('kafka', 'Kafka', 'KafkaDown', 'SOMA-ALERT-11'),
];
