import type { FastifyInstance } from 'fastify';

import { HttpError } from '../context';
import type { PluginManifest } from '../manifest';
import type { PluginSettings, PluginSettingsStore } from '../pluginSettings';

/** `/api/plugins/:id/settings`, read and saved, for the one plugin that runs here. */
export function registerPluginRoutes(
  app: FastifyInstance,
  manifest: () => PluginManifest,
  store: PluginSettingsStore
): void {
  const require = (id: string): PluginManifest => {
    const plugin = manifest();
    if (plugin.id !== id) {
      throw new HttpError(404, 'Plugin not found, no installed plugin with that id');
    }
    return plugin;
  };

  app.get<{ Params: { id: string } }>('/api/plugins/:id/settings', (request) => {
    const plugin = require(request.params.id);
    return {
      ...plugin,
      ...store.read(),
      type: 'app',
      module: `public/plugins/${plugin.id}/module.js`,
      baseUrl: `public/plugins/${plugin.id}`,
      defaultNavUrl: `/plugins/${plugin.id}/`,
      secureJsonFields: {},
      signature: 'unsigned',
    };
  });

  app.post<{ Params: { id: string } }>('/api/plugins/:id/settings', (request) => {
    require(request.params.id);
    const { enabled, pinned, jsonData } = (request.body ?? {}) as Partial<PluginSettings>;
    store.write({
      ...(enabled === undefined ? {} : { enabled }),
      ...(pinned === undefined ? {} : { pinned }),
      ...(jsonData === undefined ? {} : { jsonData }),
    });
    return { message: 'Plugin settings updated' };
  });
}
