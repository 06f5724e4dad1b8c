import { type Service } from '../../types';
import { agenteDepositoSignals } from './services/agenteDeposito';
import { agenteNegocioSignals } from './services/agenteNegocio';
import { agentSignals } from './services/agent';
import { containersSignals } from './services/containers';
import { mlServiceSignals } from './services/mlService';
import { nodeSignals } from './services/node';
import { nginxSignals, postgresSignals, redisSignals } from './services/stores';

const team = 'devops-sre';

/** Golden signals under the names that all of them have. */
const golden = (id: string) => ({
  traffic: `${id}.traffic`,
  errors: `${id}.error-ratio`,
  latency: `${id}.latency-p95`,
  saturation: `${id}.memory`,
});

/** Scrape job, container, service name of the spans and `job` of the log lines are all the agent's id. */
const agent = (id: string) => ({
  id,
  team,
  kind: 'application' as const,
  scrape: { job: id },
  golden: golden(id),
  traces: { service: id },
  logs: { schema: 'mini-market', where: { job: id } },
});

/** The document promises seven services and names four; the stores and nginx are the others. */
export const services: readonly Service[] = [
  {
    ...agent('dashboard'),
    name: 'Dashboard',
    description: 'What the people in the shops see and use.',
    isPublic: true,
    dependsOn: ['agente_negocio', 'agente_deposito'],
    signals: agentSignals('dashboard'),
    implements: ['MM-SVC-04'],
  },
  {
    ...agent('agente_negocio'),
    name: 'Agente Negocio',
    description: 'Agent of the business: purchase orders, minimum stock, revenue.',
    dependsOn: ['ml_service', 'agente_deposito', 'postgres', 'redis'],
    signals: agenteNegocioSignals,
    implements: ['MM-SVC-02'],
  },
  {
    ...agent('agente_deposito'),
    name: 'Agente Depósito',
    description: 'Agent of the warehouse: deliveries and stock.',
    dependsOn: ['ml_service', 'postgres', 'redis'],
    signals: agenteDepositoSignals,
    implements: ['MM-SVC-01'],
  },
  {
    ...agent('ml_service'),
    kind: 'platform',
    name: 'ML Service',
    description: 'Recognition of scanned invoices, price prediction, inflation.',
    signals: mlServiceSignals,
    implements: ['MM-SVC-03'],
  },
  {
    id: 'postgres',
    name: 'PostgreSQL',
    kind: 'datastore',
    team,
    scrape: { job: 'postgres' },
    signals: postgresSignals,
    golden: golden('postgres'),
    implements: ['MM-SVC-05'],
  },
  {
    id: 'redis',
    name: 'Redis',
    kind: 'datastore',
    team,
    scrape: { job: 'redis' },
    signals: redisSignals,
    golden: golden('redis'),
    implements: ['MM-SVC-06'],
  },
  {
    id: 'nginx',
    name: 'nginx',
    description: 'In front of the dashboard and of the observability endpoints.',
    kind: 'infrastructure',
    team,
    dependsOn: ['dashboard'],
    scrape: { job: 'nginx' },
    signals: nginxSignals,
    golden: { traffic: 'nginx.traffic', saturation: 'nginx.memory' },
    implements: ['MM-SVC-07'],
  },
  {
    id: 'cadvisor',
    name: 'Containers',
    description: 'All containers of the host, as cAdvisor measures them.',
    kind: 'infrastructure',
    team,
    scrape: { job: 'cadvisor' },
    signals: containersSignals,
    golden: { saturation: 'cadvisor.memory-share' },
  },
  {
    id: 'node',
    name: 'Docker host',
    kind: 'infrastructure',
    team,
    scrape: { job: 'node' },
    signals: nodeSignals,
    golden: { saturation: 'node.disk-used' },
  },
];
