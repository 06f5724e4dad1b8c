import { createRoot } from 'react-dom/client';

import { initializeI18n } from 'grafana-i18n-internal/i18n.mjs';

import { loadAppPlugin } from './plugin/loader';
import { pluginMeta } from './plugin/meta';
import { installServices } from './services/install';
import { Host } from './shell/Host';

/** Starts the host: Grafana's services first, then the plugin's module, then the page. */
export async function start(): Promise<void> {
  await initializeI18n({ language: 'en-US', ns: 'grafana' });
  installServices();
  const meta = pluginMeta();
  const plugin = await loadAppPlugin(meta);
  const root = document.getElementById('reactRoot');
  if (!root) {
    throw new Error('the page has no #reactRoot');
  }
  createRoot(root).render(<Host plugin={plugin} meta={meta} />);
}
