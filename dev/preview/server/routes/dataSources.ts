import type { FastifyInstance } from 'fastify';

import { HttpError, type PreviewContext } from '../context';
import type { DataSource } from '../dataSources';
import { checkHealth } from '../health';

const LOGOS: Readonly<Record<string, string>> = {
  prometheus: 'prometheus_logo.svg',
  jaeger: 'jaeger_logo.svg',
  elasticsearch: 'elasticsearch.svg',
};

/** A data source as `GET /api/datasources` has it. */
export function toListing(source: DataSource): Record<string, unknown> {
  return {
    ...source,
    orgId: 1,
    typeLogoUrl: `public/plugins/${source.type}/img/${LOGOS[source.type] ?? 'logo.svg'}`,
    access: 'proxy',
    user: '',
    database: '',
    basicAuth: false,
    readOnly: true,
  };
}

/** Lists, single data sources and health checks. */
export function registerDataSourceRoutes(app: FastifyInstance, context: PreviewContext): void {
  app.get('/api/datasources', () => context.dataSources().map(toListing));

  app.get<{ Params: { uid: string } }>('/api/datasources/uid/:uid', (request) => {
    const { typeName: _typeName, ...listing } = toListing(context.requireDataSource(request.params.uid));
    const rest = { basicAuthUser: '', withCredentials: false, secureJsonFields: {}, version: 1, apiVersion: '' };
    return { ...listing, ...rest };
  });

  app.get<{ Params: { uid: string } }>('/api/datasources/uid/:uid/health', async (request, reply) => {
    const unknown = new HttpError(500, 'Unable to load datasource metadata');
    const health = await checkHealth(context.requireDataSource(request.params.uid, unknown));
    return reply.status(health.status === 'OK' ? 200 : 400).send(health);
  });
}
