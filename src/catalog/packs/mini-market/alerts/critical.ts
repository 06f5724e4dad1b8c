import { type Alert } from '../../../types';

export const CRITICAL = 'mini_market_critical';

const common = { group: CRITICAL, severity: 'critical', page: true } as const;

/** Something is gone, or about to be. */
export const criticalAlerts: readonly Alert[] = [
  {
    ...common,
    id: 'service-down',
    name: 'ServiceDown',
    service: 'dashboard',
    serviceLabel: 'job',
    condition: { signal: 'system.target-up', by: ['job', 'instance'], op: '==', value: 0 },
    for: '2m',
    summary: '{{ $labels.job }} is down',
    description: 'Instance {{ $labels.instance }} has not answered a scrape for two minutes.',
    runbook: 'service-down',
    implements: ['MM-ALERT-01'],
  },
  {
    ...common,
    id: 'high-error-rate',
    name: 'HighErrorRate',
    service: 'dashboard',
    serviceLabel: 'job',
    condition: { signal: 'system.error-ratio', by: ['job'], op: '>', value: 0.05 },
    for: '5m',
    summary: '{{ $labels.job }} fails in more than 5 % of its requests',
    description: 'The share of failed requests is {{ $value | humanizePercentage }} (bound: 5 %).',
    runbook: 'high-error-rate',
    implements: ['MM-ALERT-02'],
  },
  {
    ...common,
    id: 'database-down',
    name: 'DatabaseDown',
    service: 'postgres',
    condition: { signal: 'postgres.up', by: ['instance'], op: '==', value: 0 },
    for: '1m',
    summary: 'PostgreSQL accepts no connections',
    description: 'The exporter {{ $labels.instance }} answers and says that the database does not.',
    runbook: 'database-down',
    implements: ['MM-ALERT-03'],
  },
  {
    ...common,
    id: 'disk-space-critical',
    name: 'DiskSpaceCritical',
    service: 'node',
    condition: { signal: 'node.disk-used', by: ['instance', 'mountpoint'], op: '>', value: 0.9 },
    for: '5m',
    summary: '{{ $labels.mountpoint }} on {{ $labels.instance }} is more than 90 % full',
    description: 'Used are {{ $value | humanizePercentage }} (bound: 90 %).',
    runbook: 'disk-full',
    implements: ['MM-ALERT-04'],
  },
];
