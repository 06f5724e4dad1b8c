import { PluginContextProvider, ThemeContext, type AppPlugin, type AppPluginMeta } from '@grafana/data';
import { config, LocationServiceProvider, locationService } from '@grafana/runtime';
import { GlobalStyles, ModalRoot, ModalsProvider, PortalContainer } from '@grafana/ui';
import { useLayoutEffect, useState } from 'react';
import { Router } from 'react-router';

import { AppShell } from './AppShell';
import { BaseStyles } from './BaseStyles';
import { HostRoutes } from './HostRoutes';
import { Toasts } from './Toasts';

/** Everything around the plugin: theme, router, shell. */
export function Host({ plugin, meta }: { plugin: AppPlugin; meta: AppPluginMeta }) {
  const history = locationService.getHistory();
  const [at, setAt] = useState({ location: history.location, action: history.action });
  useLayoutEffect(() => history.listen((location, action) => setAt({ location, action })), [history]);

  return (
    <ThemeContext.Provider value={config.theme2}>
      <GlobalStyles />
      <BaseStyles />
      <LocationServiceProvider service={locationService}>
        <Router location={at.location as never} navigationType={at.action as never} navigator={history as never}>
          <ModalsProvider>
            <AppShell meta={meta}>
              <PluginContextProvider meta={meta}>
                <HostRoutes plugin={plugin} meta={meta} />
              </PluginContextProvider>
            </AppShell>
            <Toasts />
            <ModalRoot />
          </ModalsProvider>
        </Router>
      </LocationServiceProvider>
    </ThemeContext.Provider>
  );
}
