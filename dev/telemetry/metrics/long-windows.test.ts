/** @jest-environment node */
import type { System } from '../../../src/catalog/types';
import { builtInSystems } from '../../../src/catalog';
import type { Signal } from '../../../src/domain/signals/types';
import { longWindowMetrics } from './long-windows';

const HOUR_MS = 3_600_000;
const shared = { title: 'Title', unit: 'short' };

function systemOf(signals: Record<string, Signal>, timeFrom?: string): System {
  const queries = Object.keys(signals).map((name) => ({
    signal: `system.${name}`,
  }));
  return {
    id: 'one',
    name: 'One',
    teams: [],
    services: [],
    signals,
    boards: [
      {
        id: 'board',
        title: 'Board',
        page: 'executive',
        rows: [
          {
            panels: [
              {
                id: 'panel',
                title: 'Panel',
                kind: 'timeseries',
                queries,
                timeFrom,
              },
            ],
          },
        ],
      },
    ],
  };
}
const longOf = (signal: Signal, timeFrom?: string): string[] => [
  ...longWindowMetrics(systemOf({ signal }, timeFrom), 6 * HOUR_MS),
];

describe('longWindowMetrics', () => {
  it.each<[string, Signal]>([
    ['increase', { ...shared, kind: 'increase', metric: 'm', window: '24h' }],
    ['active', { ...shared, kind: 'active', metric: 'm', label: 'tenant', window: '7h' }],
    [
      'gauge',
      {
        ...shared,
        kind: 'gauge',
        metric: 'm',
        aggregation: 'max',
        averagedOver: '7d',
      },
    ],
    [
      'expression',
      {
        ...shared,
        kind: 'expression',
        expr: 'rate(m[5m]) / rate(m[1d])',
        metrics: ['m'],
      },
    ],
    [
      'subquery',
      {
        ...shared,
        kind: 'expression',
        expr: 'avg_over_time((m{$where})[7d:1m])',
        metrics: ['m'],
      },
    ],
  ])('finds the window of %s', (_name, signal) => expect(longOf(signal)).toEqual(['m']));

  it.each<[string, Signal]>([
    ['a window of the raw length', { ...shared, kind: 'increase', metric: 'm', window: '6h' }],
    ['a window that the page gives', { ...shared, kind: 'increase', metric: 'm' }],
    ['rate', { ...shared, kind: 'rate', metric: 'm' }],
    [
      'a short range',
      {
        ...shared,
        kind: 'expression',
        expr: 'rate(m{a="24h"}[$window]) + rate(m[1h])',
        metrics: ['m'],
      },
    ],
  ])('leaves out %s', (_name, signal) => expect(longOf(signal)).toEqual([]));

  it('finds what a panel draws over a long time of its own', () => {
    const rate: Signal = { ...shared, kind: 'rate', metric: 'm' };
    expect(longOf(rate, '24h')).toEqual(['m']);
    expect(longOf(rate, '3h')).toEqual([]);
  });

  it('finds the counters of the executive page', () => {
    const enis = builtInSystems.find(({ id }) => id === 'enis')!;
    const names = longWindowMetrics(enis, 6 * HOUR_MS);
    expect(names).toContain('agent_executions_total');
    expect(names).toContain('nops_requests_total');
    expect(names).not.toContain('nops_cpu_usage_percent');
  });

  it('finds what the pages of tiers compare with yesterday, distributions too', () => {
    const enis = builtInSystems.find(({ id }) => id === 'enis')!;
    const names = longWindowMetrics(enis, 6 * HOUR_MS);
    expect(names).toContain('agent_queue_depth');
    expect(names).toContain('agent_execution_duration_seconds_bucket');
  });
});
