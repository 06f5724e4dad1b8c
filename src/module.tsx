import { AppPlugin, type AppPluginMeta, type AppRootProps, type PluginConfigPageProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import { type Settings } from './app/settings';
import { links } from './extensions/links';

// Everything else is loaded when somebody opens the app: Grafana may load this file with its own start page.
const LazyApp = lazy(() => import('./app/App'));
const LazyConfigPage = lazy(() => import('./pages/config/ConfigPage'));

// Grafana shows its own loading state around the root page, but none around a configuration page.
const App = (props: AppRootProps<Settings>) => <LazyApp {...props} />;
const ConfigPage = (props: PluginConfigPageProps<AppPluginMeta<Settings>>) => (
  <Suspense fallback={<LoadingPlaceholder text="" />}>
    <LazyConfigPage {...props} />
  </Suspense>
);

export const plugin = new AppPlugin<Settings>().setRootPage(App).addConfigPage({
  title: 'Configuration',
  icon: 'cog',
  body: ConfigPage,
  id: 'configuration',
});

links.forEach((link) => plugin.addLink(link));
