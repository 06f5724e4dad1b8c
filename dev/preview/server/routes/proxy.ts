import type { FastifyInstance, FastifyRequest } from 'fastify';

import { HttpError, type PreviewContext } from '../context';
import type { DataSource } from '../dataSources';
import { callUpstream, UpstreamUnreachable } from '../upstream';
import { restOfUrl, sendAnswer } from './resources';

type ProxyRequest = FastifyRequest<{ Params: { uid: string; '*': string } }>;

/** What Prometheus takes by POST only because its parameters may be long. */
const PROMETHEUS_POSTS = new Set(
  ['query', 'query_range', 'series', 'labels', 'query_exemplars'].map((name) => `api/v1/${name}`)
);

/** Grafana's limits on what may pass its proxy; Jaeger has none. @throws HttpError 403 */
function requireAllowed(source: DataSource, method: string, path: string): void {
  if (source.type === 'elasticsearch') {
    if (method === 'DELETE') {
      throw new HttpError(403, 'deletes not allowed on proxied Elasticsearch datasource');
    }
    if (method === 'PUT') {
      throw new HttpError(403, 'puts not allowed on proxied Elasticsearch datasource');
    }
    if (method === 'POST' && path !== '_msearch') {
      throw new HttpError(403, 'posts not allowed on proxied Elasticsearch datasource except on /_msearch');
    }
  }
  const allowed = method === 'POST' && PROMETHEUS_POSTS.has(path);
  if (source.type === 'prometheus' && method !== 'GET' && !allowed) {
    throw new HttpError(403, `non allow-listed ${method}s not allowed on proxied Prometheus datasource`);
  }
}

/** `/api/datasources/proxy/uid/:uid/*`: the data source's server itself, within limits. */
export function registerProxyRoutes(app: FastifyInstance, context: PreviewContext): void {
  app.route({
    method: ['GET', 'POST', 'PUT', 'DELETE'],
    url: '/api/datasources/proxy/uid/:uid/*',
    handler: async (request, reply) => {
      const { uid } = (request as ProxyRequest).params;
      const source = context.requireDataSource(uid, new HttpError(404, 'Unable to find datasource', undefined, true));
      const { path, search } = restOfUrl(request, `/api/datasources/proxy/uid/${encodeURIComponent(uid)}/`);
      requireAllowed(source, request.method, path);
      const contentType = request.headers['content-type'];
      try {
        const answer = await callUpstream(`${source.url}/${path}${search}`, {
          method: request.method,
          ...(typeof request.body === 'string' ? { body: request.body } : {}),
          ...(contentType ? { headers: { 'content-type': contentType } } : {}),
        });
        return sendAnswer(reply, answer);
      } catch (error) {
        if (error instanceof UpstreamUnreachable) {
          return reply.status(502).send('');
        }
        throw error;
      }
    },
  });
}
