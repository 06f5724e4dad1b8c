import type { FastifyInstance } from 'fastify';

import { HttpError, type PreviewContext } from '../context';
import type { DataSource } from '../dataSources';
import { queryElasticsearch } from '../elasticsearch/query';
import type { ElasticsearchQueryModel } from '../elasticsearch/model';
import type { QueryResult } from '../frames';
import { queryJaeger } from '../jaeger/query';
import type { JaegerQueryModel } from '../jaeger/model';
import type { PrometheusQueryModel } from '../prometheus/model';
import { queryPrometheus } from '../prometheus/query';
import { parseTimeMs } from '../time';

interface PostedQuery {
  refId?: string;
  datasource?: { uid?: string; type?: string } | string;
  datasourceId?: number;
  hide?: boolean;
}

interface PostedRequest {
  queries?: PostedQuery[];
  from?: string;
  to?: string;
}

interface Window {
  fromMs: number;
  toMs: number;
}

/** Runs one data source's queries of a request; the answers come by refId. */
async function runQueries(
  source: DataSource,
  queries: PostedQuery[],
  window: Window
): Promise<Map<string, QueryResult>> {
  switch (source.type) {
    case 'prometheus': {
      const scrapeInterval = source.jsonData.timeInterval;
      const answers = queries.map(async (query): Promise<[string, QueryResult]> => {
        const model = query as PrometheusQueryModel;
        return [
          model.refId,
          await queryPrometheus(
            source.url,
            model,
            window,
            typeof scrapeInterval === 'string' ? scrapeInterval : undefined
          ),
        ];
      });
      return new Map(await Promise.all(answers));
    }
    case 'jaeger':
      return queryJaeger(source, queries as JaegerQueryModel[], window);
    case 'elasticsearch':
      return queryElasticsearch(source, queries as ElasticsearchQueryModel[], window);
    default:
      throw new HttpError(500, 'Plugin unavailable', 'plugin.unavailable');
  }
}

function groupByDataSource(context: PreviewContext, queries: PostedQuery[]): Map<DataSource, PostedQuery[]> {
  const groups = new Map<string, { source: DataSource; queries: PostedQuery[] }>();
  for (const query of queries) {
    const named = typeof query.datasource === 'string' ? query.datasource : query.datasource?.uid;
    const uid = named ?? context.dataSources().find((candidate) => candidate.id === query.datasourceId)?.uid;
    if (!uid) {
      throw new HttpError(400, 'Query does not contain a valid data source identifier', 'query.invalidDatasourceId');
    }
    const source = context.requireDataSource(uid);
    const group = groups.get(source.uid) ?? { source, queries: [] };
    group.queries.push({ ...query, refId: query.refId ?? 'A' });
    groups.set(source.uid, group);
  }
  return new Map([...groups.values()].map((group) => [group.source, group.queries]));
}

/** `POST /api/ds/query`: one refId in error makes the whole answer a 400, with the good refIds still inside. */
export function registerQueryRoute(app: FastifyInstance, context: PreviewContext): void {
  app.post('/api/ds/query', async (request, reply) => {
    const body = (request.body ?? {}) as PostedRequest;
    if (!body.queries?.length) {
      throw new HttpError(400, 'No queries found', 'query.noQueries');
    }
    const nowMs = Date.now();
    const window = { fromMs: parseTimeMs(body.from ?? 'now-1h', nowMs), toMs: parseTimeMs(body.to ?? 'now', nowMs) };
    const visible = body.queries.filter((query) => !query.hide);
    const groups = groupByDataSource(context, visible);
    const answers = await Promise.all([...groups].map(([source, queries]) => runQueries(source, queries, window)));
    const byRefId = new Map(answers.flatMap((answer) => [...answer]));
    const results = Object.fromEntries([...byRefId].sort(([a], [b]) => (a < b ? -1 : 1)));
    const failed = [...byRefId.values()].some((result) => result.error !== undefined);
    return reply.status(failed ? 400 : 200).send({ results });
  });
}
