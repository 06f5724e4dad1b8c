import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

import { HttpError } from '../context';

const require = createRequire(import.meta.url);

/** The images that @grafana/ui ships for its icons. */
function grafanaImages(): string {
  return join(dirname(require.resolve('@grafana/ui/package.json')), 'dist', 'public', 'img');
}

export interface StaticFolders {
  /** the plugin's production build */
  dist: string;
  /** this host's own bundle */
  bundle: string;
  pluginId: string;
}

/** Serves the plugin's build where Grafana would, this host's bundle, and Grafana's icons. */
export async function registerStaticRoutes(app: FastifyInstance, folders: StaticFolders): Promise<void> {
  const serve = { decorateReply: false, index: false as const, cacheControl: false };
  // the plugin may be rebuilt at any time; our bundle's address changes with its version
  const always = { setHeaders: (reply: FastifyReply) => void reply.header('cache-control', 'no-cache') };
  await app.register(fastifyStatic, {
    ...serve,
    ...always,
    root: folders.dist,
    prefix: `/public/plugins/${folders.pluginId}/`,
  });
  await app.register(fastifyStatic, { ...serve, root: folders.bundle, prefix: '/preview/assets/' });
  await app.register(fastifyStatic, {
    ...serve,
    root: join(grafanaImages(), 'icons'),
    prefix: '/public/build/img/icons/',
  });
  app.get('/public/*', () => {
    throw new HttpError(404, 'Not found');
  });
}
