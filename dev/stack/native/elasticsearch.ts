import path from 'node:path';
import { elasticsearchClassPath } from '../install/elasticsearch';
import { loopback } from '../ports';
import type { ServerSpec, SpecContext } from './spec';

const heap = '512m';

/** One Elasticsearch node without security, on loopback only. */
export function elasticsearchSpec({ paths, ports }: SpecContext): ServerSpec {
  const url = `http://${loopback}:${ports.elasticsearch}`;
  return {
    name: 'elasticsearch',
    title: 'Elasticsearch',
    command: 'java',
    args: [
      `-Xms${heap}`,
      `-Xmx${heap}`,
      // Starts in half the time; a peak throughput that only long runs would reach is not needed.
      '-XX:TieredStopAtLevel=1',
      '-cp',
      elasticsearchClassPath(paths),
      'LocalNode',
      path.join(paths.dataDir, 'elasticsearch'),
      String(ports.elasticsearch),
      String(ports.elasticsearchTransport),
    ],
    healthUrl: `${url}/_cluster/health?wait_for_status=yellow&timeout=1s`,
    readyWithinMs: 120_000,
    published: { url },
  };
}
