import { type Board, type Panel } from '../../../types';

const half = { columns: 12, heightPx: 240 } as const;
const third = { columns: 8, heightPx: 280 } as const;

const series = (id: string, title: string, queries: Panel['queries'], more: Partial<Panel> = {}): Panel => ({
  id,
  title,
  kind: 'timeseries',
  queries,
  ...half,
  ...more,
});
const byInstance = (signal: string) => [{ signal, by: ['instance'], legend: '{{instance}}' }];

/** Latency, traffic, errors and saturation of every part, and of what watches them. */
export const goldenSignalsBoard: Board = {
  id: 'golden-signals',
  title: 'Accelerapp golden signals',
  page: 'platform',
  rows: [
    {
      title: 'Accelerapp · application',
      panels: [
        series('app-latency', 'Response time p95', [{ signal: 'accelerapp.latency-p95', legend: 'p95' }]),
        series('app-traffic', 'Requests', [{ signal: 'accelerapp.traffic', legend: 'requests' }]),
      ],
    },
    {
      panels: [
        series('app-errors', 'Error rate', [{ signal: 'accelerapp.error-ratio', legend: 'error rate' }], {
          softMax: 0.05,
        }),
        series('app-saturation', 'Waiting generations', [{ signal: 'accelerapp.generation-queue', legend: 'waiting' }]),
      ],
    },
    {
      title: 'Accelerapp · worker and Ollama',
      panels: [
        series('generation-latency', 'Duration p95', [
          { signal: 'accelerapp-worker.latency-p95', legend: 'generation' },
          { signal: 'ollama.latency-p95', legend: 'model call' },
        ]),
        series('generation-traffic', 'Generations and model calls', [
          { signal: 'accelerapp-worker.traffic', legend: 'generations' },
          { signal: 'ollama.traffic', legend: 'model calls' },
        ]),
      ],
    },
    {
      panels: [
        series(
          'generation-errors',
          'Error rate',
          [
            { signal: 'accelerapp-worker.error-ratio', legend: 'generation' },
            { signal: 'ollama.error-ratio', legend: 'model call' },
          ],
          { softMax: 0.1 }
        ),
        series('ollama-saturation', 'Requests in work at Ollama', [
          { signal: 'ollama.active-requests', legend: 'in work' },
        ]),
      ],
    },
    {
      title: 'Accelerapp · nodes',
      panels: [
        series('node-cpu', 'CPU', byInstance('node-exporter.cpu'), { ...third, softMax: 1 }),
        series('node-memory', 'Memory', byInstance('node-exporter.memory'), { ...third, softMax: 1 }),
        series(
          'node-disk',
          'Disk available',
          [
            {
              signal: 'node-exporter.disk-available',
              by: ['instance', 'mountpoint'],
              legend: '{{instance}} {{mountpoint}}',
            },
          ],
          { ...third, softMax: 1 }
        ),
      ],
    },
    {
      title: 'Accelerapp · monitoring',
      panels: [
        {
          id: 'targets',
          title: 'Scrape targets',
          kind: 'state-timeline',
          queries: [{ signal: 'system.target-up', by: ['job'], legend: '{{job}}' }],
          columns: 8,
          heightPx: 320,
        },
        series('head-series', 'Series in Prometheus', [{ signal: 'prometheus.head-series', legend: 'series' }], {
          ...third,
          heightPx: 320,
        }),
        series(
          'spans',
          'Spans at the collector',
          [
            { signal: 'otel-collector.spans-accepted', legend: 'accepted' },
            { signal: 'otel-collector.spans-lost', legend: 'lost' },
          ],
          { ...third, heightPx: 320 }
        ),
      ],
    },
  ],
};
