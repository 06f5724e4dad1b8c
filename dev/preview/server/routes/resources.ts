import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { HttpError, type PreviewContext } from '../context';
import type { DataSource } from '../dataSources';
import { callUpstream, UpstreamUnreachable, type UpstreamAnswer } from '../upstream';

type ResourceRequest = FastifyRequest<{ Params: { uid: string; '*': string } }>;

const PLUGIN_FAILURE = 'An error occurred within the plugin';
const NOT_FOUND: UpstreamAnswer = {
  status: 404,
  statusText: '404 Not Found',
  body: '404 page not found\n',
  headers: new Headers(),
};

/** The path below the route's prefix, still encoded, with the query. */
export function restOfUrl(request: FastifyRequest, prefix: string): { path: string; search: string } {
  const url = new URL(request.raw.url ?? '/', 'http://localhost');
  return { path: url.pathname.slice(prefix.length), search: url.search };
}

function body(request: FastifyRequest): string | undefined {
  if (request.method === 'GET' || request.body === undefined || request.body === null) {
    return undefined;
  }
  return typeof request.body === 'string' ? request.body : JSON.stringify(request.body);
}

async function callPrometheus(source: DataSource, request: FastifyRequest, path: string, search: string) {
  return callUpstream(`${source.url}/${path}${search}`, {
    method: request.method,
    ...(request.method === 'POST'
      ? { body: body(request) ?? '', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
      : {}),
  });
}

/** Jaeger's two resources answer a bare array of names; Grafana never looks at Jaeger's status here. */
async function callJaeger(source: DataSource, path: string): Promise<UpstreamAnswer> {
  if (!/^services(\/[^/]+\/operations)?$/.test(path)) {
    return NOT_FOUND;
  }
  const answer = await callUpstream(`${source.url}/api/${path}`);
  const names = (JSON.parse(answer.body) as { data: string[] | null }).data;
  return { ...answer, status: 200, body: JSON.stringify(names) };
}

/** `_msearch` (POST, ndjson), `_mapping` and `_field_caps` (of all fields), and the version behind the bare path. */
async function callElasticsearch(source: DataSource, request: FastifyRequest, path: string): Promise<UpstreamAnswer> {
  if (path === '_msearch' && request.method === 'POST') {
    const headers = { 'content-type': 'application/x-ndjson' };
    return callUpstream(`${source.url}/_msearch`, { method: 'POST', body: body(request) ?? '', headers });
  }
  const index = typeof source.jsonData.index === 'string' ? source.jsonData.index : '';
  if (path === '') {
    return callUpstream(`${source.url}/`);
  }
  const named = /^(?:(.+)\/)?(_mapping|_field_caps)$/.exec(path);
  if (!named) {
    throw new HttpError(500, PLUGIN_FAILURE, 'plugin.requestFailureError');
  }
  const scope = named[1] ?? encodeURIComponent(index);
  return callUpstream(
    `${source.url}/${scope ? `${scope}/` : ''}${named[2]}${named[2] === '_field_caps' ? '?fields=*' : ''}`
  );
}

async function call(
  source: DataSource,
  request: FastifyRequest,
  path: string,
  search: string
): Promise<UpstreamAnswer> {
  switch (source.type) {
    case 'prometheus':
      return callPrometheus(source, request, path, search);
    case 'jaeger':
      return callJaeger(source, path);
    case 'elasticsearch':
      return callElasticsearch(source, request, path);
    default:
      return NOT_FOUND;
  }
}

export function sendAnswer(reply: FastifyReply, answer: UpstreamAnswer): FastifyReply {
  return reply
    .status(answer.status)
    .header('content-type', answer.headers.get('content-type') ?? 'application/json')
    .send(answer.body);
}

/** `/api/datasources/uid/:uid/resources/*`: a data source's own look-ups. */
export function registerResourceRoutes(app: FastifyInstance, context: PreviewContext): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/api/datasources/uid/:uid/resources/*',
    handler: async (request, reply) => {
      const { uid } = (request as ResourceRequest).params;
      const source = context.requireDataSource(
        uid,
        new HttpError(500, 'Unable to load datasource meta data', undefined, true)
      );
      const { path, search } = restOfUrl(request, `/api/datasources/uid/${encodeURIComponent(uid)}/resources/`);
      try {
        return sendAnswer(reply, await call(source, request, path, search));
      } catch (error) {
        if (error instanceof UpstreamUnreachable || error instanceof SyntaxError) {
          if (source.type === 'jaeger') {
            return reply.status(500).type('text/plain; charset=utf-8').send(`${PLUGIN_FAILURE}\n`);
          }
          throw new HttpError(500, PLUGIN_FAILURE, 'plugin.requestFailureError');
        }
        throw error;
      }
    },
  });
}
