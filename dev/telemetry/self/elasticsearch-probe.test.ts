/** @jest-environment node */
import { recordingServer, type RecordingServer } from '../testing/recording-server';
import { elasticsearchMetrics } from './elasticsearch-probe';

// Both questions get the same answer, so it holds what either needs. Numbers as a node of 7.17 gave them.
const ANSWER = {
  status: 'yellow',
  number_of_nodes: 1,
  active_shards: 31,
  unassigned_shards: 2,
  number_of_pending_tasks: 0,
  nodes: {
    Ru: {
      name: 'node-a',
      indices: {
        docs: { count: 64_000 },
        store: { size_in_bytes: 25_000_000 },
        indexing: { index_total: 70_100, index_failed: 3, index_time_in_millis: 12_500 },
        search: { query_total: 410, query_time_in_millis: 900 },
      },
      jvm: { mem: { heap_used_in_bytes: 300_000_000, heap_max_in_bytes: 536_870_912 } },
      fs: { total: { total_in_bytes: 1_000, available_in_bytes: 400 } },
      thread_pool: { write: { rejected: 7, queue: 0 }, search: { rejected: 0, queue: 0 } },
    },
  },
};

let server: RecordingServer;
beforeEach(async () => {
  server = await recordingServer();
});
afterEach(() => server.close());

describe('elasticsearchMetrics', () => {
  it('tells what the cluster and its nodes report', async () => {
    server.answer(200, ANSWER);
    const lines = (await elasticsearchMetrics(server.url)).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        'elasticsearch_cluster_health_status{color="green"} 0',
        'elasticsearch_cluster_health_status{color="yellow"} 1',
        'elasticsearch_cluster_health_unassigned_shards 2',
        '# TYPE elasticsearch_indices_indexing_index_total counter',
        'elasticsearch_indices_indexing_index_total{name="node-a"} 70100',
        'elasticsearch_indices_indexing_index_time_seconds_total{name="node-a"} 12.5',
        'elasticsearch_jvm_memory_used_bytes{name="node-a",area="heap"} 300000000',
        'elasticsearch_thread_pool_rejected_count{name="node-a",type="write"} 7',
      ])
    );
    expect(server.requests.map(({ path }) => path).sort()).toEqual([
      '/_cluster/health',
      '/_nodes/stats/indices,jvm,fs,thread_pool',
    ]);
  });

  it('invents nothing when it is refused, or answered otherwise', async () => {
    server.answer(503, {});
    await expect(elasticsearchMetrics(server.url)).rejects.toThrow('Elasticsearch answered 503');
    server.answer(200, { status: 'green' });
    await expect(elasticsearchMetrics(server.url)).rejects.toThrow(/number_of_nodes/);
  });
});
