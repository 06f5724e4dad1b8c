import { PluginContextProvider, ThemeContext, type AppPlugin, type AppPluginMeta } from '@grafana/data';
import { config, LocationServiceProvider, locationService } from '@grafana/runtime';
import { GlobalStyles, ModalRoot, ModalsProvider, PortalContainer } from '@grafana/ui';
import { useLayoutEffect, useState } from 'react';
import { Router, type Location, type NavigationType, type Navigator } from 'react-router';

import { AppShell } from './AppShell';
import { BaseStyles } from './BaseStyles';
import { HostRoutes } from './HostRoutes';
import { Toasts } from './Toasts';

/** The browser history that @grafana/runtime keeps; what the plugin pushes there moves the router. */
interface HostHistory extends Navigator {
  location: Location;
  action: NavigationType;
  listen(listener: (location: Location, action: NavigationType) => void): () => void;
}

/** Everything around the plugin: theme, router, shell. */
export function Host({ plugin, meta }: { plugin: AppPlugin; meta: AppPluginMeta }) {
  const history: HostHistory = locationService.getHistory();
  const [at, setAt] = useState({ location: history.location, action: history.action });
  useLayoutEffect(() => history.listen((location, action) => setAt({ location, action })), [history]);

  return (
    <ThemeContext.Provider value={config.theme2}>
      <GlobalStyles />
      <BaseStyles />
      <LocationServiceProvider service={locationService}>
        <Router location={at.location} navigationType={at.action} navigator={history}>
          <ModalsProvider>
            <AppShell meta={meta}>
              <PluginContextProvider meta={meta}>
                <HostRoutes plugin={plugin} meta={meta} />
              </PluginContextProvider>
            </AppShell>
            <Toasts />
            <ModalRoot />
            <PortalContainer />
          </ModalsProvider>
        </Router>
      </LocationServiceProvider>
    </ThemeContext.Provider>
  );
}
