import { type Board } from '../../../types';

/** Document 000: golden signals of the kernel, and the panel that its runbook sends the reader to. */
export const nopsKernelBoard: Board = {
  id: 'nops-kernel',
  title: 'NOPS Kernel',
  page: 'platform',
  implements: ['ENIS-DASH-03'],
  rows: [
    {
      title: 'NOPS Kernel',
      panels: [
        {
          id: 'kernel-latency',
          title: 'Latency',
          description: 'Objectives: p95 under 100 ms, p99 under 500 ms.',
          kind: 'timeseries',
          queries: [
            { signal: 'nops-kernel.latency-p95', legend: 'p95' },
            { signal: 'nops-kernel.latency-p99', legend: 'p99' },
          ],
          thresholds: { warning: 0.1, critical: 0.5 },
          columns: 8,
          implements: ['ENIS-PANEL-07'],
        },
        {
          id: 'kernel-traffic',
          title: 'Traffic by endpoint',
          kind: 'timeseries',
          queries: [{ signal: 'nops-kernel.traffic', by: ['method', 'endpoint'], legend: '{{method}} {{endpoint}}' }],
          columns: 8,
          implements: ['ENIS-PANEL-08'],
        },
        {
          id: 'kernel-errors',
          title: 'Error rate',
          description: 'Lines at the objective of 0.1 % and at the alert of 1 %.',
          kind: 'timeseries',
          queries: [{ signal: 'nops-kernel.error-ratio', legend: 'failed' }],
          columns: 8,
          implements: ['ENIS-PANEL-09'],
        },
        {
          id: 'kernel-errors-by-endpoint',
          title: 'Error Rate by Endpoint',
          description: 'The runbook for a high error rate begins here: which endpoints fail?',
          kind: 'timeseries',
          queries: [{ signal: 'nops-kernel.error-ratio', by: ['endpoint'], legend: '{{endpoint}}' }],
          columns: 6,
          implements: ['ENIS-PANEL-06'],
        },
        {
          id: 'kernel-cpu',
          title: 'CPU',
          kind: 'timeseries',
          queries: [{ signal: 'nops-kernel.cpu', by: ['instance'], legend: '{{instance}}' }],
          columns: 6,
          implements: ['ENIS-PANEL-10'],
        },
        {
          id: 'kernel-memory',
          title: 'Memory, share of the limit',
          kind: 'timeseries',
          queries: [{ signal: 'nops-kernel.memory', by: ['instance'], legend: '{{instance}}' }],
          columns: 6,
        },
        {
          id: 'kernel-goroutines',
          title: 'Goroutines',
          kind: 'timeseries',
          queries: [{ signal: 'nops-kernel.goroutines', by: ['instance'], legend: '{{instance}}' }],
          columns: 6,
        },
      ],
    },
  ],
};
