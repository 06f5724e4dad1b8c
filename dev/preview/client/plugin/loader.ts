import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';

import { AppPlugin, type AppPluginMeta } from '@grafana/data';

import { sharedModules } from './sharedModules';

/** Makes the shared modules known to SystemJS under the ids that plugin builds leave external. */
function shareModules(): void {
  const modules = sharedModules();
  const names = Object.keys(modules);
  window.System.addImportMap({ imports: Object.fromEntries(names.map((name) => [name, `app:${name}`])) });
  for (const [name, module] of Object.entries(modules)) {
    window.System.set(`app:${name}`, module);
  }
}

/**
 * Loads the plugin's production `module.js` (AMD) as Grafana does.
 * @throws Error when the module does not export an AppPlugin as `plugin`
 */
export async function loadAppPlugin(meta: AppPluginMeta): Promise<AppPlugin> {
  shareModules();
  const module = await window.System.import(`${location.origin}/${meta.module}`);
  // a module with top-level await hands over a promise of its exports
  const exports = (module.plugin ? module : await module.default) as { plugin?: unknown } | undefined;
  const exported = exports?.plugin;
  if (!(exported instanceof AppPlugin)) {
    throw new Error(`${meta.module} exports no AppPlugin named "plugin"`);
  }
  exported.init(meta);
  exported.meta = meta;
  return exported;
}
