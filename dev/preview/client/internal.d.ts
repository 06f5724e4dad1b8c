/** Parts of Grafana's packages that Grafana itself calls but does not export; the bundle's aliases point at them. */
declare module 'grafana-runtime-internal/components/PluginPage.mjs' {
  import type { ComponentType } from 'react';
  import type { PluginPageProps } from '@grafana/runtime';

  export function setPluginPage(component: ComponentType<PluginPageProps>): void;
}

declare module 'grafana-runtime-internal/services/dataSource/settings.mjs' {
  import type { DataSourceInstanceSettings } from '@grafana/data';

  export function initDataSourceInstanceSettings(
    settings: Record<string, DataSourceInstanceSettings>,
    defaultName: string
  ): void;
}

declare module 'grafana-i18n-internal/i18n.mjs' {
  export function initializeI18n(options: { language: string; ns: string }): Promise<{ language?: string }>;
}

declare module 'grafana-runtime-internal/components/PanelDataErrorView.mjs' {
  import type { ComponentType } from 'react';
  import type { PanelDataErrorViewProps } from '@grafana/runtime';

  export function setPanelDataErrorView(component: ComponentType<PanelDataErrorViewProps>): void;
}
