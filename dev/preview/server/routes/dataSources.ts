import type { FastifyInstance } from 'fastify';

import type { PreviewContext } from '../context';
import type { DataSource } from '../dataSources';
import { checkHealth } from '../health';

/** A data source as `GET /api/datasources` has it. */
export function toListing(source: DataSource): Record<string, unknown> {
  return {
    ...source,
    orgId: 1,
    typeLogoUrl: `public/plugins/${source.type}/img/${source.type}_logo.svg`,
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
    const source = context.requireDataSource(request.params.uid);
    return { ...toListing(source), withCredentials: false, secureJsonFields: {}, version: 1, basicAuthUser: '' };
  });

  app.get<{ Params: { uid: string } }>('/api/datasources/uid/:uid/health', async (request, reply) => {
    const health = await checkHealth(context.requireDataSource(request.params.uid));
    return reply.status(health.status === 'OK' ? 200 : 400).send(health);
  });
}
