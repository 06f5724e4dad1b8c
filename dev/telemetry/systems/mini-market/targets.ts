import type { ServiceModel, TargetModel } from '../../model';
import { depositCrashLoop } from './incidents';

export const agents = ['agente_deposito', 'agente_negocio', 'ml_service', 'dashboard'] as const;
export type Agent = (typeof agents)[number];
/** Scrape instance of the host's node exporter. */
export const hostInstance = 'mini-market-host:9100';

/** Four agents, the three backing services behind their exporters, and the host with its containers. */
export const targets: TargetModel[] = [
  {
    job: 'agente_deposito',
    instance: 'agente_deposito:8001',
    up: (tMs, world) => world.incident(depositCrashLoop, tMs) < 0.5,
  },
  { job: 'agente_negocio', instance: 'agente_negocio:8002' },
  { job: 'ml_service', instance: 'ml_service:8003' },
  { job: 'dashboard', instance: 'dashboard:8080' },
  { job: 'postgres', instance: 'postgres-exporter:9187' },
  { job: 'redis', instance: 'redis-exporter:9121' },
  { job: 'nginx', instance: 'nginx-exporter:9113' },
  { job: 'node', instance: hostInstance },
  { job: 'cadvisor', instance: 'cadvisor:8080' },
];

/** Services that send spans. */
export const services: ServiceModel[] = agents.map((name) => ({
  name,
  resource: {
    'deployment.environment': 'production',
    'service.namespace': 'mini-market',
    'host.name': 'mini-market-host',
  },
  scope: 'opentelemetry.instrumentation.fastapi',
}));
