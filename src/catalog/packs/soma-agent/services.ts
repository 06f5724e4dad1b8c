import { type Service } from '../../types';
import { budgetManagerSignals } from './services/budgetManager';
import { conversationWorkerSignals } from './services/conversationWorker';
import { gatewaySignals } from './services/gateway';
import { httpSignals } from './services/http';
import { policySignals } from './services/policy';
import { kafkaSignals, postgresSignals, redisSignals } from './services/stores';
import { toolExecutorSignals } from './services/toolExecutor';

const team = 'somaagent';

/** The names are the same everywhere; what fills up is not. */
const golden = (id: string, saturation?: string) => ({
  traffic: `${id}.traffic`,
  errors: `${id}.error-ratio`,
  latency: `${id}.latency-p95`,
  ...(saturation ? { saturation: `${id}.${saturation}` } : {}),
});

/** Scrape job, service name of the spans and `service` of the log lines are all the service's id. */
const application = (id: string, saturation?: string) => ({
  id,
  team,
  kind: 'platform' as const,
  scrape: { job: id },
  golden: golden(id, saturation),
  traces: { service: id },
  logs: { schema: 'soma-agent', where: { service: id } },
});

const store = (id: string, saturation: string) => ({
  id,
  team,
  kind: 'datastore' as const,
  scrape: { job: id },
  golden: golden(id, saturation),
});

export const services: readonly Service[] = [
  {
    ...application('gateway', 'websocket-connections'),
    name: 'Gateway',
    isPublic: true,
    description: 'HTTP and WebSocket entry: sessions, sign-in, policy check; publishes to Kafka.',
    dependsOn: ['policy', 'kafka', 'redis', 'postgres'],
    signals: gatewaySignals,
    implements: ['SOMA-SVC-01'],
  },
  {
    ...application('conversation-worker'),
    name: 'Conversation Worker',
    description: 'Takes conversations from Kafka, classifies their intent, asks the models, has tools executed.',
    dependsOn: ['kafka', 'router', 'budget-manager', 'tool-executor', 'postgres'],
    signals: conversationWorkerSignals,
    implements: ['SOMA-SVC-02'],
  },
  {
    ...application('tool-executor', 'sandbox-active'),
    name: 'Tool Executor',
    description: 'Executes tools in a sandbox, as far as their policy allows.',
    dependsOn: ['kafka', 'policy'],
    signals: toolExecutorSignals,
    implements: ['SOMA-SVC-03'],
  },
  {
    ...application('router'),
    name: 'Router',
    description: 'Chooses the model. The document scrapes it and gives it no metric; it counts HTTP like the gateway.',
    signals: httpSignals('router'),
    implements: ['SOMA-SVC-04'],
  },
  {
    ...application('canvas-service'),
    name: 'Canvas Service',
    description: 'Shared canvases. The document gives it no metric; it counts HTTP like the gateway.',
    signals: httpSignals('canvas-service'),
    implements: ['SOMA-SVC-05'],
  },
  {
    ...application('delegation-gateway'),
    name: 'Delegation Gateway',
    description: 'Hands work to other agents. The document gives it no metric; it counts HTTP like the gateway.',
    dependsOn: ['kafka'],
    signals: httpSignals('delegation-gateway'),
    implements: ['SOMA-SVC-06'],
  },
  {
    id: 'policy',
    name: 'Policy',
    description:
      'Logical part: the document’s alerts name it, no job scrapes it. Gateway and tool executor count what it answers.',
    kind: 'platform',
    team,
    scrape: { job: 'tool-executor' },
    signals: policySignals,
    golden: golden('policy'),
    implements: ['SOMA-SVC-10'],
  },
  {
    id: 'budget-manager',
    name: 'Budget Manager',
    description:
      'Logical part: the document’s alerts name it, no job scrapes it. The conversation worker counts its tokens.',
    kind: 'platform',
    team,
    dependsOn: ['postgres'],
    scrape: { job: 'conversation-worker' },
    signals: budgetManagerSignals,
    golden: { traffic: 'budget-manager.traffic' },
    implements: ['SOMA-SVC-10'],
  },
  {
    ...store('kafka', 'lag'),
    name: 'Kafka',
    description: 'Scraped through its exporter: the broker port in the document serves no metrics.',
    signals: kafkaSignals,
    implements: ['SOMA-SVC-07'],
  },
  { ...store('redis', 'memory'), name: 'Redis', signals: redisSignals, implements: ['SOMA-SVC-08'] },
  { ...store('postgres', 'connections'), name: 'PostgreSQL', signals: postgresSignals, implements: ['SOMA-SVC-09'] },
];
