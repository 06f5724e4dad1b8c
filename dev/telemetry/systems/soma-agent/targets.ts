import type { ServiceModel, TargetModel } from '../../model';
import { kafkaDown, postgresDown } from './incidents';

export const serviceNames = [
  'gateway',
  'conversation-worker',
  'tool-executor',
  'router',
  'canvas-service',
  'delegation-gateway',
] as const;
export type ServiceName = (typeof serviceNames)[number];

/** The nine scrape jobs. Kafka's own port speaks no HTTP, so its exporter is scraped in its place. */
export const targets: TargetModel[] = [
  { job: 'gateway', instance: 'gateway:8010' },
  { job: 'conversation-worker', instance: 'conversation-worker:8011' },
  { job: 'tool-executor', instance: 'tool-executor:8012' },
  { job: 'router', instance: 'router:8013' },
  { job: 'canvas-service', instance: 'canvas-service:8014' },
  { job: 'delegation-gateway', instance: 'delegation-gateway:8015' },
  { job: 'kafka', instance: 'kafka-exporter:9308', up: (tMs, world) => world.incident(kafkaDown, tMs) < 0.5 },
  { job: 'redis', instance: 'redis-exporter:9121' },
  { job: 'postgres', instance: 'postgres-exporter:9187', up: (tMs, world) => world.incident(postgresDown, tMs) < 0.5 },
];

/** The tracing set-up takes the environment from a variable that nobody sets: its default reaches every span. */
export const services: ServiceModel[] = serviceNames.map((name) => ({
  name,
  resource: { 'deployment.environment': 'LOCAL' },
}));
