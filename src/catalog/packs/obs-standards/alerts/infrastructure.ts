import { type Alert } from '../../../types';

export const INFRASTRUCTURE_ALERTS = 'infrastructure_alerts';

const common = { group: INFRASTRUCTURE_ALERTS, service: 'nodes', for: '5m' } as const;

/** Nodes. Shares, not percents: the document multiplies by 100 and has its texts do it again. */
export const infrastructureAlerts: readonly Alert[] = [
  {
    ...common,
    id: 'high-cpu-usage',
    name: 'HighCPUUsage',
    severity: 'warning',
    condition: { signal: 'nodes.cpu', by: ['instance'], op: '>', value: 0.8 },
    summary: 'CPU of {{ $labels.instance }} is used for more than 80 %',
    description: 'In use are {{ $value | humanizePercentage }} (bound: 80 %).',
    runbook: 'high-cpu-usage',
    implements: ['OBS-ALERT-08', 'OBS-ALERT-13'],
  },
  {
    ...common,
    id: 'high-memory-usage',
    name: 'HighMemoryUsage',
    severity: 'critical',
    page: true,
    condition: { signal: 'nodes.memory', by: ['instance'], op: '>', value: 0.9 },
    summary: 'Memory of {{ $labels.instance }} is used for more than 90 %',
    description: 'In use are {{ $value | humanizePercentage }} (bound: 90 %).',
    runbook: 'high-memory-usage',
    implements: ['OBS-ALERT-09'],
  },
  {
    ...common,
    id: 'disk-space-low',
    name: 'DiskSpaceLow',
    severity: 'warning',
    condition: { signal: 'nodes.disk', by: ['instance', 'mountpoint'], op: '>', value: 0.85 },
    summary: '{{ $labels.mountpoint }} on {{ $labels.instance }} is more than 85 % full',
    description: 'Used are {{ $value | humanizePercentage }} (bound: 85 %).',
    runbook: 'disk-space-low',
    implements: ['OBS-ALERT-10'],
  },
];
