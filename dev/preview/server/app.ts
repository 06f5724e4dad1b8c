import Fastify, { type FastifyInstance } from 'fastify';

import { bootData, ROLES, type Role } from './bootData';
import { HttpError, type PreviewContext } from './context';
import { readManifest } from './manifest';
import { renderPage } from './page';
import type { PluginSettingsStore } from './pluginSettings';
import { registerAlertingRoutes } from './routes/alerting';
import { registerDataSourceRoutes } from './routes/dataSources';
import { registerPluginRoutes } from './routes/plugins';
import { registerPreviewRoutes } from './routes/preview';
import { registerProxyRoutes } from './routes/proxy';
import { registerQueryRoute } from './routes/query';
import { registerResourceRoutes } from './routes/resources';
import { registerStaticRoutes } from './routes/static';
import { registerViewerRoutes } from './routes/viewer';

export interface AppOptions {
  context: PreviewContext;
  settings: PluginSettingsStore;
  dist: string;
  bundle: string;
  bundleVersion: string;
}

const BODY_LIMIT_BYTES = 16 * 1024 * 1024;

function readRole(text: unknown): Role {
  return ROLES.find((role) => role.toLowerCase() === String(text).toLowerCase()) ?? 'Admin';
}

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

/** The whole server: API, static files, and the host page under every other address. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: BODY_LIMIT_BYTES, routerOptions: { maxParamLength: 1000 } });
  const manifest = () => readManifest(options.dist);
  registerApi(app, options.context);
  registerPluginRoutes(app, manifest, options.settings);
  await registerStaticRoutes(app, { dist: options.dist, bundle: options.bundle, pluginId: manifest().id });
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/') || request.url.startsWith('/apis/')) {
      return reply.status(404).send({ message: 'Not found' });
    }
    const role = readRole((request.query as { role?: unknown }).role);
    const data = bootData(options.context.dataSources(), manifest(), options.settings.read(), role);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(renderPage(data, options.bundleVersion));
  });
  return app;
}
