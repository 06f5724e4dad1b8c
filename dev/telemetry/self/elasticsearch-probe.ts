import { z } from 'zod';
import { labelText } from '../metrics/text';
import type { Labels } from '../model';

const ANSWER_WITHIN_MS = 5_000;
const COLOURS = ['green', 'yellow', 'red'] as const;

const healthSchema = z.object({
  status: z.enum(COLOURS),
  number_of_nodes: z.number(),
  active_shards: z.number(),
  unassigned_shards: z.number(),
  number_of_pending_tasks: z.number(),
});
const pool = z.object({ rejected: z.number(), queue: z.number() });
const nodesSchema = z.object({
  nodes: z.record(
    z.string(),
    z.object({
      name: z.string(),
      indices: z.object({
        docs: z.object({ count: z.number() }),
        store: z.object({ size_in_bytes: z.number() }),
        indexing: z.object({
          index_total: z.number(),
          index_failed: z.number(),
          index_time_in_millis: z.number(),
        }),
        search: z.object({ query_total: z.number(), query_time_in_millis: z.number() }),
      }),
      jvm: z.object({ mem: z.object({ heap_used_in_bytes: z.number(), heap_max_in_bytes: z.number() }) }),
      fs: z.object({ total: z.object({ total_in_bytes: z.number(), available_in_bytes: z.number() }) }),
      thread_pool: z.object({ write: pool, search: pool }),
    })
  ),
});
type Node = z.infer<typeof nodesSchema>['nodes'][string];

type Sample = readonly [labels: Labels, value: number];

interface Family {
  name: string;
  kind: 'counter' | 'gauge';
  help: string;
  ofNode(node: Node): readonly Sample[];
}

const one =
  (read: (node: Node) => number) =>
  (node: Node): readonly Sample[] => [[{}, read(node)]];

/** Under the names that the usual exporter for Elasticsearch gives them. */
const NODE_FAMILIES: readonly Family[] = [
  { name: 'elasticsearch_indices_docs', kind: 'gauge', help: 'Documents', ofNode: one((n) => n.indices.docs.count) },
  {
    name: 'elasticsearch_indices_store_size_bytes',
    kind: 'gauge',
    help: 'Size of the indices on disk',
    ofNode: one((n) => n.indices.store.size_in_bytes),
  },
  {
    name: 'elasticsearch_indices_indexing_index_total',
    kind: 'counter',
    help: 'Documents indexed',
    ofNode: one((n) => n.indices.indexing.index_total),
  },
  {
    name: 'elasticsearch_indices_indexing_index_time_seconds_total',
    kind: 'counter',
    help: 'Time spent on indexing',
    ofNode: one((n) => n.indices.indexing.index_time_in_millis / 1_000),
  },
  {
    name: 'elasticsearch_indices_indexing_index_failed_total',
    kind: 'counter',
    help: 'Documents that could not be indexed',
    ofNode: one((n) => n.indices.indexing.index_failed),
  },
  {
    name: 'elasticsearch_indices_search_query_total',
    kind: 'counter',
    help: 'Searches by shard',
    ofNode: one((n) => n.indices.search.query_total),
  },
  {
    name: 'elasticsearch_indices_search_query_time_seconds_total',
    kind: 'counter',
    help: 'Time spent on searches',
    ofNode: one((n) => n.indices.search.query_time_in_millis / 1_000),
  },
  {
    name: 'elasticsearch_jvm_memory_used_bytes',
    kind: 'gauge',
    help: 'Heap in use',
    ofNode: (n) => [[{ area: 'heap' }, n.jvm.mem.heap_used_in_bytes]],
  },
  {
    name: 'elasticsearch_jvm_memory_max_bytes',
    kind: 'gauge',
    help: 'Largest heap',
    ofNode: (n) => [[{ area: 'heap' }, n.jvm.mem.heap_max_in_bytes]],
  },
  {
    name: 'elasticsearch_filesystem_data_size_bytes',
    kind: 'gauge',
    help: 'Size of the disk',
    ofNode: one((n) => n.fs.total.total_in_bytes),
  },
  {
    name: 'elasticsearch_filesystem_data_available_bytes',
    kind: 'gauge',
    help: 'Space left on the disk',
    ofNode: one((n) => n.fs.total.available_in_bytes),
  },
  {
    name: 'elasticsearch_thread_pool_rejected_count',
    kind: 'counter',
    help: 'Requests that were turned away, by thread pool',
    ofNode: ({ thread_pool: { write, search } }) => [
      [{ type: 'write' }, write.rejected],
      [{ type: 'search' }, search.rejected],
    ],
  },
];

/**
 * What Elasticsearch says about itself, for Prometheus to read.
 * Rejects when it does not answer in time, or otherwise than expected.
 */
export async function elasticsearchMetrics(baseUrl: string): Promise<string> {
  const [health, stats] = await Promise.all([
    read(baseUrl, '/_cluster/health', healthSchema),
    read(baseUrl, '/_nodes/stats/indices,jvm,fs,thread_pool', nodesSchema),
  ]);
  const gauge = (name: string, help: string, samples: readonly Sample[]) => family(name, 'gauge', help, samples);
  return [
    gauge(
      'elasticsearch_cluster_health_status',
      '1 for the colour that the cluster reports',
      COLOURS.map((color) => [{ color }, color === health.status ? 1 : 0])
    ),
    gauge('elasticsearch_cluster_health_number_of_nodes', 'Nodes', [[{}, health.number_of_nodes]]),
    gauge('elasticsearch_cluster_health_active_shards', 'Active shards', [[{}, health.active_shards]]),
    gauge('elasticsearch_cluster_health_unassigned_shards', 'Shards without a node', [[{}, health.unassigned_shards]]),
    gauge('elasticsearch_cluster_health_number_of_pending_tasks', 'Tasks that wait', [
      [{}, health.number_of_pending_tasks],
    ]),
    ...NODE_FAMILIES.map(({ name, kind, help, ofNode }) =>
      family(
        name,
        kind,
        help,
        Object.values(stats.nodes).flatMap((node) =>
          ofNode(node).map(([labels, value]): Sample => [{ name: node.name, ...labels }, value])
        )
      )
    ),
  ].join('');
}

function family(name: string, kind: Family['kind'], help: string, samples: readonly Sample[]): string {
  return [
    `# HELP ${name} ${help}\n# TYPE ${name} ${kind}\n`,
    ...samples.map(([labels, value]) => `${name}${labelText(labels)} ${value}\n`),
  ].join('');
}

async function read<T>(baseUrl: string, path: string, schema: z.ZodType<T>): Promise<T> {
  const response = await fetch(new URL(path, baseUrl), { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  if (!response.ok) {
    throw new Error(`Elasticsearch answered ${response.status} to ${path}.`);
  }
  return schema.parse(await response.json());
}
