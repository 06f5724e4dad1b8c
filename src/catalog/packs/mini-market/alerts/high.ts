import { type Alert } from '../../../types';

export const HIGH = 'mini_market_high';

const common = { group: HIGH, severity: 'high', page: true } as const;

/** Customers or the business feel it, or soon will. */
export const highAlerts: readonly Alert[] = [
  {
    ...common,
    id: 'high-latency',
    name: 'HighLatency',
    service: 'dashboard',
    serviceLabel: 'job',
    condition: { signal: 'system.latency-p95', by: ['job'], op: '>', value: 0.5 },
    for: '10m',
    summary: 'p95 latency of {{ $labels.job }} is above 500 ms',
    description: 'p95 is {{ $value | humanizeDuration }} (bound: 500 ms).',
    implements: ['MM-ALERT-05'],
  },
  {
    ...common,
    id: 'memory-pressure',
    name: 'MemoryPressure',
    service: 'cadvisor',
    serviceLabel: 'name',
    condition: { signal: 'cadvisor.memory-share', by: ['name'], op: '>', value: 0.85 },
    for: '5m',
    summary: 'Container {{ $labels.name }} uses more than 85 % of its memory',
    description: 'In use are {{ $value | humanizePercentage }} of the limit (bound: 85 %).',
    implements: ['MM-ALERT-06'],
  },
  {
    ...common,
    id: 'cpu-high',
    name: 'CPUHigh',
    service: 'cadvisor',
    serviceLabel: 'name',
    condition: { signal: 'cadvisor.cpu', by: ['name'], op: '>', value: 0.8 },
    for: '10m',
    summary: 'Container {{ $labels.name }} uses more than 80 % of a core',
    description: 'In use are {{ $value | humanizePercentage }} of one core (bound: 80 %).',
    implements: ['MM-ALERT-07'],
  },
  {
    ...common,
    id: 'critical-stock',
    name: 'StockCritico',
    service: 'agente_negocio',
    condition: { signal: 'agente_negocio.critical-stock', by: ['categoria'], op: '>', value: 0 },
    for: '5m',
    summary: 'Goods of {{ $labels.categoria }} are below their minimum stock',
    description: '{{ $value }} products are below their minimum.',
    implements: ['MM-ALERT-08'],
  },
  {
    ...common,
    id: 'ocr-timeout-spike',
    name: 'OCRTimeoutSpike',
    service: 'ml_service',
    condition: { signal: 'ml_service.ocr-timeouts-per-hour', op: '>', value: 10 },
    for: '5m',
    summary: 'More than 10 OCR timeouts in an hour',
    description: '{{ $value | printf "%.0f" }} scanned documents were given up in the last hour (bound: 10).',
    implements: ['MM-ALERT-09'],
  },
  {
    ...common,
    id: 'cache-hit-rate-low',
    name: 'CacheHitRateLow',
    service: 'redis',
    condition: { signal: 'redis.hit-rate', by: ['instance'], op: '<', value: 70 },
    for: '5m',
    summary: 'Redis answers less than 70 % of the look-ups',
    description: 'The hit rate is {{ $value | printf "%.1f" }} % (bound: 70 %); PostgreSQL answers the rest.',
    implements: ['MM-ALERT-10'],
  },
];
