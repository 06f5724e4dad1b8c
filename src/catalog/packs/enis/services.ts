import { type Service } from '../../types';
import { cloudServiceSignals } from './services/cloudServices';
import { edgeAgentSignals } from './services/edgeAgents';
import { inferenceServiceSignals } from './services/inferenceService';
import { infrastructureSignals } from './services/infrastructure';
import { monitoringServices } from './services/monitoring';
import { nopsKernelSignals } from './services/nopsKernel';
import { postgresqlSignals, redisSignals } from './services/stores';

const logs = (service: string) => ({ schema: 'enis', where: { service } });

export const services: readonly Service[] = [
  {
    id: 'nops-kernel',
    name: 'NOPS Kernel',
    description: 'The kernel of the platform: takes requests and has them executed.',
    kind: 'platform',
    team: 'platform',
    dependsOn: ['inference-service', 'redis', 'postgresql'],
    scrape: { job: 'nops-kernel' },
    signals: nopsKernelSignals,
    golden: {
      traffic: 'nops-kernel.traffic',
      errors: 'nops-kernel.error-ratio',
      latency: 'nops-kernel.latency-p95',
      saturation: 'nops-kernel.memory',
    },
    traces: { service: 'nops-kernel' },
    logs: logs('nops-kernel'),
    implements: ['ENIS-SVC-01'],
  },
  {
    id: 'inference-service',
    name: 'Inference Service',
    description: 'Calls the model providers.',
    kind: 'platform',
    team: 'inference',
    scrape: { job: 'inference-service' },
    signals: inferenceServiceSignals,
    golden: {
      traffic: 'inference-service.traffic',
      errors: 'inference-service.error-ratio',
      latency: 'inference-service.latency-p95',
      saturation: 'inference-service.saturation',
    },
    traces: { service: 'inference-service' },
    logs: logs('inference-service'),
    implements: ['ENIS-SVC-02'],
  },
  {
    id: 'edge-agents',
    name: 'Edge Agents',
    description: 'Agents at the edge, in five tiers; one scrape job per tier.',
    kind: 'edge',
    team: 'edge',
    isPublic: true,
    dependsOn: ['nops-kernel'],
    scrape: { job: { re: 'edge-.*' } },
    signals: edgeAgentSignals,
    golden: {
      traffic: 'edge-agents.executions',
      errors: 'edge-agents.failure-ratio',
      latency: 'edge-agents.latency-p95',
    },
    traces: { service: 'edge-agents' },
    logs: logs('edge-agents'),
    implements: ['ENIS-SVC-03'],
  },
  {
    id: 'cloud-services',
    name: 'Cloud services',
    description:
      'Every micro-service that counts its requests in the shared instrumentation, told apart by its service label.',
    kind: 'application',
    team: 'platform',
    signals: cloudServiceSignals,
    golden: {
      traffic: 'cloud-services.traffic',
      errors: 'system.service-error-ratio',
      latency: 'cloud-services.latency-p95',
      // These have rows of their own.
      where: { service: { notRe: 'nops-kernel|inference-service|observability-service' } },
      splitBy: 'service',
    },
    implements: ['ENIS-SVC-04'],
  },
  {
    id: 'redis',
    name: 'Redis',
    kind: 'datastore',
    team: 'platform',
    scrape: { job: 'redis' },
    signals: redisSignals,
    golden: {
      traffic: 'redis.traffic',
      errors: 'redis.error-ratio',
      latency: 'redis.latency-p95',
      saturation: 'redis.memory',
    },
    implements: ['ENIS-SVC-07'],
  },
  {
    id: 'postgresql',
    name: 'PostgreSQL',
    kind: 'datastore',
    team: 'platform',
    scrape: { job: 'postgres' },
    signals: postgresqlSignals,
    golden: {
      traffic: 'postgresql.traffic',
      errors: 'postgresql.error-ratio',
      latency: 'postgresql.latency-p95',
      saturation: 'postgresql.connections-used',
    },
    implements: ['ENIS-SVC-08'],
  },
  {
    id: 'infrastructure',
    name: 'Infrastructure',
    description: 'Hosts and containers.',
    kind: 'infrastructure',
    team: 'platform',
    scrape: { job: { re: 'node-exporter|kube-state-metrics' } },
    signals: infrastructureSignals,
    golden: { traffic: 'infrastructure.network', saturation: 'infrastructure.fullest' },
    implements: ['ENIS-SVC-05'],
  },
  {
    id: 'observability-service',
    name: 'Observability Service',
    description: 'What watches everything else, and has objectives of its own.',
    kind: 'monitoring',
    team: 'observability',
    scrape: { job: 'observability-service' },
    golden: {
      traffic: 'cloud-services.traffic',
      errors: 'system.service-error-ratio',
      latency: 'cloud-services.latency-p95',
      saturation: 'cloud-services.cpu',
      where: { service: 'observability-service' },
    },
    logs: logs('observability-service'),
    implements: ['ENIS-SVC-06'],
  },
  ...monitoringServices,
];
