import { type Alert } from '../../../types';

const nodes = { service: 'node-exporter', severity: 'warning', page: false } as const;

/**
 * What the application needs. Three of these alert on causes, which the same document advises against: they are
 * warnings, and do not wake anybody.
 */
export const dependencyAlerts: readonly Alert[] = [
  {
    id: 'llm-service-unavailable',
    name: 'LLMServiceUnavailable',
    service: 'ollama',
    severity: 'high',
    page: true,
    condition: { signal: 'ollama.up', by: ['instance'], op: '==', value: 0 },
    for: '2m',
    summary: 'Ollama is down',
    description: 'Instance {{ $labels.instance }} has not answered a scrape for two minutes; nothing can be generated.',
    runbook: 'llm-unavailable',
    implements: ['ACC-ALERT-08'],
  },
  {
    ...nodes,
    id: 'high-memory-usage',
    name: 'HighMemoryUsage',
    condition: { signal: 'node-exporter.memory', by: ['instance'], op: '>', value: 0.85 },
    for: '5m',
    summary: 'Memory of {{ $labels.instance }} is more than 85 % in use',
    description: 'In use are {{ $value | humanizePercentage }} (bound: 85 %).',
    runbook: 'resource-exhaustion',
    implements: ['ACC-ALERT-03'],
  },
  {
    ...nodes,
    id: 'high-cpu-usage',
    name: 'HighCPUUsage',
    condition: { signal: 'node-exporter.cpu', by: ['instance'], op: '>', value: 0.8 },
    for: '5m',
    summary: 'CPU of {{ $labels.instance }} is more than 80 % busy',
    description: 'Busy are {{ $value | humanizePercentage }} (bound: 80 %).',
    runbook: 'resource-exhaustion',
    implements: ['ACC-ALERT-04'],
  },
  {
    ...nodes,
    id: 'disk-space-low',
    name: 'DiskSpaceLow',
    condition: { signal: 'node-exporter.disk-available', by: ['instance', 'mountpoint'], op: '<', value: 0.1 },
    for: '5m',
    summary: '{{ $labels.mountpoint }} on {{ $labels.instance }} has less than 10 % left',
    description: 'Available are {{ $value | humanizePercentage }} (bound: 10 %).',
    runbook: 'resource-exhaustion',
    implements: ['ACC-ALERT-07'],
  },
];
