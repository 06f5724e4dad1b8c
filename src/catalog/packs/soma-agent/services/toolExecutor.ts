import { type Signal } from '../../../../domain/signals/types';
import { upSignal } from './http';

const duration = (percent: number, requirements?: readonly string[]): Signal => ({
  kind: 'quantile',
  title: `Duration p${percent}`,
  histogram: 'tool_execution_duration_seconds',
  quantile: percent / 100,
  unit: 's',
  direction: 'lower-is-better',
  implements: requirements,
});

/** Tools in their sandbox. Labels tool_name, status and error_type. */
export const toolExecutorSignals: Readonly<Record<string, Signal>> = {
  traffic: {
    kind: 'rate',
    title: 'Tool executions',
    metric: 'tool_execution_total',
    unit: 'ops',
    direction: 'neutral',
    implements: ['SOMA-METRIC-16'],
  },
  'error-ratio': {
    kind: 'ratio',
    title: 'Failed executions',
    description:
      'Failures of all types over executions of all states. Divided series by series, as in the document, no labels match.',
    part: { metric: 'tool_execution_failures_total' },
    total: { metric: 'tool_execution_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.1 },
  },
  errors: {
    kind: 'rate',
    title: 'Failed executions by type',
    metric: 'tool_execution_failures_total',
    unit: 'ops',
    direction: 'lower-is-better',
    implements: ['SOMA-METRIC-18'],
  },
  'latency-p50': duration(50),
  'latency-p95': duration(95, ['SOMA-METRIC-17']),
  'latency-p99': duration(99),
  'sandbox-active': {
    kind: 'gauge',
    title: 'Executions in the sandbox',
    metric: 'sandbox_active_executions',
    aggregation: 'sum',
    unit: 'short',
    direction: 'neutral',
    implements: ['SOMA-METRIC-20'],
  },
  cpu: {
    kind: 'expression',
    title: 'CPU of tools',
    description:
      'CPU seconds per second, so 100 % is one core busy. The client library appends _total to the name in the document; either name is read.',
    expr: 'sum by ($by) (rate(resource_usage_cpu_seconds_total{$where}[$window])) or sum by ($by) (rate(resource_usage_cpu_seconds{$where}[$window]))',
    metrics: ['resource_usage_cpu_seconds_total'],
    unit: 'percentunit',
    direction: 'neutral',
    implements: ['SOMA-METRIC-21'],
  },
  'memory-p95': {
    kind: 'quantile',
    title: 'Memory of an execution, p95',
    histogram: 'resource_usage_memory_bytes',
    quantile: 0.95,
    unit: 'decbytes',
    direction: 'neutral',
    implements: ['SOMA-METRIC-22'],
  },
  up: upSignal('tool-executor'),
};
