import { initPluginTranslations } from '@grafana/i18n';
import { loadResources } from '@grafana/scenes';
import { PLUGIN_ID } from './constants';

/** Scenes looks its own words up in the plugin's translations; they have to be there before it renders. */
export async function prepareTranslations(): Promise<void> {
  await initPluginTranslations(PLUGIN_ID, [loadResources]);
}
