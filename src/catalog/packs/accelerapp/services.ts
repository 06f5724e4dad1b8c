import { type Service } from '../../types';
import { generationSignals } from './services/generation';
import { healthSignals } from './services/health';
import { monitoringServices } from './services/monitoring';
import { nodeSignals } from './services/nodes';
import { ollamaSignals } from './services/ollama';
import { requestSignals } from './services/requests';
import { spanSignals } from './services/spans';

const team = 'ops-team';
const logs = (service: string) => ({ schema: 'accelerapp', where: { service } });

export const services: readonly Service[] = [
  {
    id: 'accelerapp',
    name: 'Accelerapp',
    description: 'The application: takes specifications and has code generated from them.',
    kind: 'application',
    team,
    isPublic: true,
    dependsOn: ['accelerapp-worker'],
    scrape: { job: 'accelerapp' },
    signals: { ...requestSignals, ...generationSignals, ...healthSignals },
    golden: {
      traffic: 'accelerapp.traffic',
      errors: 'accelerapp.error-ratio',
      latency: 'accelerapp.latency-p95',
      saturation: 'accelerapp.generation-queue',
    },
    traces: { service: 'accelerapp' },
    logs: logs('accelerapp'),
    implements: ['ACC-SVC-01'],
  },
  {
    id: 'accelerapp-worker',
    name: 'Accelerapp worker',
    description: 'Generates the code. Its counts are those of the application; its times are those of its spans.',
    kind: 'platform',
    team,
    dependsOn: ['ollama'],
    signals: spanSignals({ service_name: 'accelerapp-worker', span_name: 'code_generation' }, 'Code generations'),
    golden: {
      traffic: 'accelerapp-worker.traffic',
      errors: 'accelerapp-worker.error-ratio',
      latency: 'accelerapp-worker.latency-p95',
    },
    traces: { service: 'accelerapp-worker' },
    logs: logs('accelerapp-worker'),
  },
  {
    id: 'ollama',
    name: 'Ollama',
    description: 'Local server of the code models.',
    kind: 'platform',
    team,
    scrape: { job: 'ollama' },
    signals: ollamaSignals,
    golden: {
      traffic: 'ollama.traffic',
      errors: 'ollama.error-ratio',
      latency: 'ollama.latency-p95',
      saturation: 'ollama.active-requests',
    },
    traces: { service: 'ollama' },
    implements: ['ACC-SVC-02'],
  },
  {
    id: 'node-exporter',
    name: 'Nodes',
    description: 'The machines of the cluster, through the node exporter.',
    kind: 'infrastructure',
    team,
    scrape: { job: 'node-exporter' },
    signals: nodeSignals,
    golden: { saturation: 'node-exporter.memory' },
    implements: ['ACC-SVC-03'],
  },
  ...monitoringServices,
];
