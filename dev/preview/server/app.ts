import Fastify, { type FastifyInstance } from 'fastify';

import { registerApi } from './api';
import { bootData, ROLES, type Role } from './bootData';
import type { PreviewContext } from './context';
import { readManifest } from './manifest';
import { renderPage } from './page';
import type { PluginSettingsStore } from './pluginSettings';
import { registerPluginRoutes } from './routes/plugins';
import { registerStaticRoutes } from './routes/static';

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

/** The whole server: API, static files, and the host page under every other address. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: BODY_LIMIT_BYTES, routerOptions: { maxParamLength: 1000 } });
  const manifest = () => readManifest(options.dist);
  registerApi(app, options.context);
  registerPluginRoutes(app, manifest, options.settings);
  await registerStaticRoutes(app, { dist: options.dist, bundle: options.bundle, pluginId: manifest().id });
  const bootDataFor = (role: unknown) =>
    bootData(options.context.dataSources(), manifest(), options.settings.read(), readRole(role));
  app.get('/api/frontend/settings', () => bootDataFor(undefined).settings);
  app.setNotFoundHandler((request, reply) => {
    if (request.method !== 'GET' || request.url.startsWith('/api/') || request.url.startsWith('/apis/')) {
      return reply.status(404).send({ message: 'Not found' });
    }
    const data = bootDataFor((request.query as { role?: unknown }).role);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(renderPage(data, options.bundleVersion));
  });
  return app;
}
