import { type Board } from '../../../types';

const size = { columns: 12, heightPx: 300 } as const;

/** Document 001, dashboard 4. */
export const mlServiceBoard: Board = {
  id: 'ml-service',
  title: 'Mini Market ML service monitor',
  description: 'Recognition of documents, quality of the models, and what they cost in CPU.',
  page: 'boards',
  implements: ['MM-DASH-04'],
  rows: [
    {
      title: 'Recognition',
      panels: [
        {
          id: 'ocr-time',
          title: 'OCR processing time',
          kind: 'timeseries',
          queries: [
            { signal: 'ml_service.ocr-p50', legend: 'p50' },
            { signal: 'ml_service.ocr-p95', legend: 'p95' },
            { signal: 'ml_service.ocr-p99', legend: 'p99' },
          ],
          columns: 16,
          heightPx: 300,
          links: [{ title: 'Traces', page: 'traces' }],
          implements: ['MM-PANEL-17'],
        },
        {
          id: 'ocr-timeouts',
          title: 'OCR timeouts per hour',
          kind: 'timeseries',
          queries: [{ signal: 'ml_service.ocr-timeouts-per-hour', legend: 'timeouts' }],
          softMax: 12,
          columns: 8,
          heightPx: 300,
          implements: ['MM-PANEL-18'],
        },
      ],
    },
    {
      title: 'Models',
      panels: [
        {
          id: 'prediction-accuracy',
          title: 'Accuracy of price predictions',
          kind: 'timeseries',
          queries: [{ signal: 'ml_service.prediction-accuracy', legend: 'accuracy' }],
          max: 100,
          ...size,
          implements: ['MM-PANEL-19'],
        },
        {
          id: 'drift',
          title: 'Drift of the inflation model',
          description:
            'The score against its own mean of seven days, and the bound of the alert. The document has one score for "baseline against actual".',
          kind: 'timeseries',
          queries: [
            { signal: 'ml_service.drift', where: { model: 'inflacion' }, legend: 'actual' },
            { signal: 'ml_service.drift-baseline', where: { model: 'inflacion' }, legend: 'baseline, 7-day mean' },
          ],
          decimals: 2,
          softMax: 0.35,
          ...size,
          implements: ['MM-PANEL-20'],
        },
      ],
    },
    {
      title: 'Saturation',
      panels: [
        {
          id: 'cpu',
          title: 'CPU of the ML service',
          description: 'Share of one core. The document wants the GPU too "if applicable", and names no metric for it.',
          kind: 'timeseries',
          queries: [{ signal: 'ml_service.cpu', legend: 'CPU' }],
          softMax: 1,
          ...size,
          implements: ['MM-PANEL-21'],
        },
        {
          id: 'memory',
          title: 'Memory of the ML service',
          kind: 'timeseries',
          queries: [{ signal: 'ml_service.memory', legend: 'memory' }],
          softMax: 1,
          ...size,
        },
      ],
    },
  ],
};
