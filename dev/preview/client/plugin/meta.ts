import { PluginType, type AppPluginMeta } from '@grafana/data';

import { previewPlugin } from '../bootData';

/** The plugin's meta as Grafana hands it to the app: manifest, settings, and where its files are. */
export function pluginMeta(): AppPluginMeta {
  const { manifest, settings } = previewPlugin();
  const baseUrl = `public/plugins/${manifest.id}`;
  const logo = (path: string | undefined): string => (path ? `/${baseUrl}/${path}` : '');
  return {
    ...manifest,
    ...settings,
    type: PluginType.app,
    module: `${baseUrl}/module.js`,
    baseUrl,
    info: {
      author: { name: '' },
      links: [],
      screenshots: [],
      updated: '',
      ...manifest.info,
      version: manifest.info.version ?? '',
      description: manifest.info.description ?? '',
      logos: { small: logo(manifest.info.logos?.small), large: logo(manifest.info.logos?.large) },
    },
  } as unknown as AppPluginMeta;
}
