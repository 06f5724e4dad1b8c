import { type Board } from '../../../types';

/** Document 000: golden signals of the inference service, by model and provider. */
export const inferenceServiceBoard: Board = {
  id: 'inference-service',
  title: 'Inference Service',
  page: 'platform',
  implements: ['ENIS-DASH-05', 'ENIS-DASH-02'],
  rows: [
    {
      title: 'Inference Service',
      panels: [
        {
          id: 'inference-latency',
          title: 'Latency p95 by model',
          description: 'Objective: under 5 s.',
          kind: 'timeseries',
          queries: [
            { signal: 'inference-service.latency-p95', by: ['provider', 'model'], legend: '{{provider}} {{model}}' },
          ],
          columns: 12,
          implements: ['ENIS-PANEL-15'],
        },
        {
          id: 'inference-traffic',
          title: 'Traffic by model',
          kind: 'timeseries',
          queries: [
            { signal: 'inference-service.traffic', by: ['provider', 'model'], legend: '{{provider}} {{model}}' },
          ],
          columns: 12,
          implements: ['ENIS-PANEL-16'],
        },
        {
          id: 'inference-errors',
          title: 'Error rate by provider',
          description: 'Objective: below 0.5 %.',
          kind: 'timeseries',
          queries: [{ signal: 'inference-service.error-ratio', by: ['provider'], legend: '{{provider}}' }],
          columns: 12,
          implements: ['ENIS-PANEL-17'],
        },
        {
          id: 'inference-saturation',
          title: 'Tokens against the provider’s limit',
          kind: 'timeseries',
          queries: [{ signal: 'inference-service.saturation', by: ['model'], legend: '{{model}}' }],
          columns: 12,
          implements: ['ENIS-PANEL-18'],
        },
      ],
    },
  ],
};
