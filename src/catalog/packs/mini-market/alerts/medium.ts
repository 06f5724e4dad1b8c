import { type Alert } from '../../../types';

export const MEDIUM = 'mini_market_medium';

const common = { group: MEDIUM, severity: 'medium', page: false } as const;

/** To be looked at in working hours. */
export const mediumAlerts: readonly Alert[] = [
  {
    ...common,
    id: 'slow-requests',
    name: 'SlowRequests',
    service: 'dashboard',
    serviceLabel: 'job',
    // With p95, HighLatency would always fire before this one, and more severely: so it looks at the slowest 1 %.
    condition: { signal: 'system.latency-p99', by: ['job'], op: '>', value: 2 },
    for: '15m',
    summary: 'The slowest requests of {{ $labels.job }} take more than 2 s',
    description: 'One request of 100 takes at least {{ $value | humanizeDuration }} (bound: 2 s).',
    runbook: 'slow-requests',
    implements: ['MM-ALERT-11'],
  },
  {
    ...common,
    id: 'inflation-anomaly',
    name: 'InflationAnomaly',
    service: 'ml_service',
    condition: { signal: 'ml_service.inflation-deviation', op: '>', value: 0.5 },
    for: '5m',
    summary: 'The calculated inflation is not between 0 and 1 % a day',
    description: 'It is {{ $value | printf "%.2f" }} percentage points away from 0.5 % a day.',
    runbook: 'model-quality',
    implements: ['MM-ALERT-12'],
  },
  {
    ...common,
    id: 'ml-model-drift',
    name: 'MLModelDrift',
    service: 'ml_service',
    condition: { signal: 'ml_service.drift', by: ['model'], op: '>', value: 0.3 },
    for: '5m',
    summary: 'Model {{ $labels.model }} has drifted',
    description: 'The drift score is {{ $value | printf "%.2f" }} (bound: 0.3).',
    runbook: 'model-quality',
    implements: ['MM-ALERT-13'],
  },
  {
    ...common,
    id: 'log-volume-spike',
    name: 'LogVolumeSpike',
    service: 'dashboard',
    serviceLabel: 'service',
    condition: { signal: 'system.log-volume-growth', by: ['service'], op: '>', value: 3 },
    for: '5m',
    summary: '{{ $labels.service }} logs more than three times as much as usual',
    description: 'It writes {{ $value | printf "%.1f" }} times the lines of its daily mean (bound: 3).',
    runbook: 'log-volume-spike',
    implements: ['MM-ALERT-14'],
  },
  {
    ...common,
    id: 'deployment-issue',
    name: 'DeploymentIssue',
    service: 'cadvisor',
    serviceLabel: 'name',
    condition: { signal: 'cadvisor.restarts-10m', by: ['name'], op: '>', value: 5 },
    // Ten minutes are in the count already.
    for: '0m',
    summary: 'Container {{ $labels.name }} keeps restarting',
    description: 'It started {{ $value }} times in ten minutes (bound: 5).',
    runbook: 'deployment-issue',
    implements: ['MM-ALERT-15'],
  },
];
