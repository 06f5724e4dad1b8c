import type { FastifyInstance } from 'fastify';

import { HttpError, type PreviewContext } from './context';
import { registerAlertingRoutes } from './routes/alerting';
import { registerDataSourceRoutes } from './routes/dataSources';
import { registerPreviewRoutes } from './routes/preview';
import { registerProxyRoutes } from './routes/proxy';
import { registerQueryRoute } from './routes/query';
import { registerResourceRoutes } from './routes/resources';
import { registerViewerRoutes } from './routes/viewer';

/** The API of a Grafana, as far as the plugin and @grafana/runtime ask for it. */
export function registerApi(app: FastifyInstance, context: PreviewContext): void {
  const asText = (_request: unknown, body: string | Buffer, done: (error: null, value: unknown) => void) =>
    done(null, body);
  for (const type of [
    'application/x-ndjson',
    'application/x-www-form-urlencoded',
    'application/merge-patch+json',
    'text/plain',
  ]) {
    app.addContentTypeParser(type, { parseAs: 'string' }, asText);
  }
  app.setErrorHandler((error, _request, reply) => {
    const status =
      error instanceof HttpError ? error.statusCode : ((error as { statusCode?: number }).statusCode ?? 500);
    const body =
      error instanceof HttpError ? error.body() : { message: error instanceof Error ? error.message : String(error) };
    return reply.status(status).send(body);
  });
  registerQueryRoute(app, context);
  registerDataSourceRoutes(app, context);
  registerResourceRoutes(app, context);
  registerProxyRoutes(app, context);
  registerAlertingRoutes(app, context);
  registerPreviewRoutes(app, context);
  registerViewerRoutes(app);
}
