import { AppPlugin, type AppRootProps } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { useSceneApp } from '@grafana/scenes';

import { ConfigPage } from './ConfigPage';
import { testApp } from './pages';

await initPluginTranslations('preview-test-app');

function Root(props: AppRootProps) {
  const app = useSceneApp(() => testApp(props.basename));
  return <app.Component model={app} />;
}

export const plugin = new AppPlugin<Record<string, unknown>>()
  .setRootPage(Root)
  .addConfigPage({ id: 'configuration', title: 'Configuration', icon: 'cog', body: ConfigPage });
