import {
  config,
  setAppEvents,
  setBackendSrv,
  setChromeHeaderHeightHook,
  setCurrentUser,
  setDataSourceSrv,
  setEchoSrv,
  FakeEchoSrv,
  setHelpNavItemHook,
  setLocationSrv,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginImportUtils,
  setPluginLinksHook,
  setReturnToPreviousHook,
  setRunRequest,
  setTemplateSrv,
  locationService,
} from '@grafana/runtime';
import { setPanelDataErrorView } from 'grafana-runtime-internal/components/PanelDataErrorView.mjs';
import { setPluginPage } from 'grafana-runtime-internal/components/PluginPage.mjs';

import { PanelMessage } from '../shell/PanelMessage';
import { PluginPage } from '../shell/PluginPage';
import { appEvents } from './appEvents';
import { PreviewBackendSrv } from './backendSrv';
import { PreviewDataSourceSrv } from './dataSourceSrv';
import { installRegistries } from './registries';
import { panelImportUtils } from './panelPlugins';
import { runRequest } from './runRequest';
import { PreviewTemplateSrv } from './templateSrv';

/** Gives @grafana/runtime everything that Grafana's frontend gives it before plugins load. */
export function installServices(): void {
  installRegistries();
  setAppEvents(appEvents);
  setEchoSrv(new FakeEchoSrv());
  setBackendSrv(new PreviewBackendSrv());
  setTemplateSrv(new PreviewTemplateSrv());
  setDataSourceSrv(new PreviewDataSourceSrv(config.datasources, config.defaultDatasource));
  setRunRequest(runRequest);
  setPluginImportUtils(panelImportUtils);
  setPluginPage(PluginPage);
  setPanelDataErrorView(PanelMessage);
  setLocationSrv(locationService as never);
  setCurrentUser(config.bootData.user as never);
  setReturnToPreviousHook(() => () => undefined);
  setChromeHeaderHeightHook(() => 0);
  setHelpNavItemHook(() => undefined);
  setPluginLinksHook(() => ({ links: [], isLoading: false }));
  setPluginComponentHook(() => ({ component: null, isLoading: false }));
  setPluginComponentsHook(() => ({ components: [], isLoading: false }));
  setPluginFunctionsHook(() => ({ functions: [], isLoading: false }));
}
