import { type Board } from '../../../types';
import { graph, stat } from '../../panels';

const quarter = { columns: 6, heightPx: 260 } as const;
const small = { columns: 4, heightPx: 130 } as const;
const toTraces = [{ title: 'Traces', page: 'traces' as const }];
const toLogs = [{ title: 'Logs', page: 'logs' as const }];
const toAlerts = [{ title: 'Alerts', page: 'alerts' as const }];

/** What Prometheus, Alertmanager, Jaeger, Elasticsearch and the delivery to them say about themselves. */
export const monitoringBoard: Board = {
  id: 'monitoring',
  title: 'Monitoring of the monitoring',
  description: 'Whether what watches everything else takes in, stores, evaluates and notifies.',
  page: 'platform',
  rows: [
    {
      title: 'Monitoring of the monitoring',
      panels: [
        stat('cardinality', 'Series limit', 'prometheus.cardinality-used', small),
        stat('rule-use', 'Rule interval', 'prometheus.rule-group-use', small),
        stat('notification-failures', 'Not notified', 'alertmanager.notification-failure-ratio', {
          ...small,
          links: toAlerts,
        }),
        stat('span-drops', 'Spans lost', 'jaeger.drop-ratio', { ...small, links: toTraces }),
        stat('log-refusals', 'Lines refused', 'elasticsearch.refusal-ratio', { ...small, links: toLogs }),
        stat('log-disk', 'Log disk', 'elasticsearch.disk-used', { ...small, links: toLogs }),
      ],
    },
    {
      title: 'Prometheus and Alertmanager',
      panels: [
        graph('samples', 'Samples ingested', [{ signal: 'prometheus.samples-ingested', legend: 'samples' }], quarter),
        graph(
          'rule-duration',
          'Slowest rule group',
          [{ signal: 'prometheus.rule-duration', legend: 'duration' }],
          quarter
        ),
        graph(
          'query-latency',
          'Query and scrape duration',
          [
            { signal: 'prometheus.query-latency-p95', legend: 'query p95' },
            { signal: 'prometheus.scrape-duration', legend: 'slowest scrape' },
          ],
          quarter
        ),
        graph(
          'monitoring-failures',
          'Failures and drops',
          [
            { signal: 'prometheus.rule-failures', legend: 'rule evaluations' },
            { signal: 'prometheus.notifications-dropped', legend: 'alerts dropped' },
            { signal: 'prometheus.out-of-order', legend: 'samples out of order' },
            { signal: 'alertmanager.notifications-failed', legend: 'notifications' },
            { signal: 'jaeger.spans-dropped', legend: 'spans' },
            { signal: 'elasticsearch.documents-refused', legend: 'log lines' },
            { signal: 'telemetry.failed', legend: 'deliveries' },
          ],
          { ...quarter, softMax: 1 }
        ),
        graph('head-series', 'Series in memory', [{ signal: 'prometheus.head-series', legend: 'series' }], quarter),
        {
          id: 'series-by-metric',
          title: 'Metrics with most series',
          kind: 'table',
          queries: [{ signal: 'prometheus.series-by-metric', by: ['__name__'] }],
          ...quarter,
        },
        graph(
          'notifications',
          'Notifications',
          [
            { signal: 'alertmanager.notifications', legend: 'sent' },
            { signal: 'alertmanager.notifications-failed', legend: 'failed' },
          ],
          { ...quarter, links: toAlerts }
        ),
        graph('alerts', 'Alerts held', [{ signal: 'alertmanager.alerts', by: ['state'], legend: '{{state}}' }], {
          ...quarter,
          decimals: 0,
          links: toAlerts,
        }),
      ],
    },
    {
      title: 'Jaeger, Elasticsearch and delivery',
      panels: [
        graph(
          'ingest',
          'Spans received, log lines indexed',
          [
            { signal: 'jaeger.spans-received', legend: 'spans' },
            { signal: 'elasticsearch.documents-indexed', legend: 'log lines' },
          ],
          quarter
        ),
        graph(
          'store-latency',
          'Saving spans and searching logs',
          [
            { signal: 'jaeger.save-latency-p95', legend: 'save spans p95' },
            { signal: 'elasticsearch.search-time', legend: 'search a shard, mean' },
          ],
          quarter
        ),
        graph(
          'store-fullness',
          'Queue, heap and disk',
          [
            { signal: 'jaeger.queue-used', legend: 'Jaeger queue' },
            { signal: 'elasticsearch.heap-used', legend: 'Elasticsearch heap' },
            { signal: 'elasticsearch.disk-used', legend: 'Elasticsearch disk' },
            { signal: 'prometheus.notification-queue', legend: 'Prometheus alert queue' },
          ],
          { ...quarter, softMax: 1, thresholds: {} }
        ),
        graph(
          'storage',
          'Stored',
          [
            { signal: 'prometheus.storage-size', legend: 'Prometheus blocks' },
            { signal: 'prometheus.wal-size', legend: 'Prometheus write-ahead log' },
            { signal: 'jaeger.storage-size', legend: 'Jaeger spans' },
            { signal: 'elasticsearch.storage-size', legend: 'Elasticsearch logs' },
          ],
          quarter
        ),
        {
          id: 'cluster-status',
          title: 'Elasticsearch is green',
          kind: 'state-timeline',
          queries: [{ signal: 'elasticsearch.green', legend: 'cluster' }],
          columns: 8,
          heightPx: 220,
        },
        graph(
          'deliveries',
          'Delivered by store',
          [{ signal: 'telemetry.sent', by: ['store', 'result'], legend: '{{store}} {{result}}' }],
          { columns: 8, heightPx: 220 }
        ),
        graph(
          'delivery-latency',
          'Duration of a delivery p95',
          [{ signal: 'telemetry.send-latency-p95', by: ['store'], legend: '{{store}}' }],
          { columns: 8, heightPx: 220 }
        ),
      ],
    },
  ],
};
