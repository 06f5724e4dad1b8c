import type { FieldConfigEditorBuilder, FieldConfigPropertyItem, PanelOptionsEditorBuilder } from '@grafana/data';
import { identityOverrideProcessor } from '@grafana/data';

const noEditor = (): null => null;

/** Declares a panel's options with Grafana's defaults; `undefined` declares an option without one. */
export function declareOptions(defaults: Record<string, unknown>) {
  return <T>(builder: PanelOptionsEditorBuilder<T>): void => {
    for (const [path, defaultValue] of Object.entries(defaults)) {
      builder.addCustomEditor({
        id: path,
        path: path as never,
        name: path,
        editor: noEditor,
        defaultValue: defaultValue as never,
      });
    }
  };
}

/** Declares a panel's own field options (`custom.*`), so that they survive overrides; with Grafana's defaults. */
export function declareCustomFields(defaults: Record<string, unknown>) {
  return <T>(builder: FieldConfigEditorBuilder<T>): void => {
    for (const [path, defaultValue] of Object.entries(defaults)) {
      builder.addCustomEditor({
        id: path,
        path: path as never,
        name: path,
        editor: noEditor,
        override: noEditor,
        process: identityOverrideProcessor,
        shouldApply: () => true,
        defaultValue: defaultValue as never,
      } as FieldConfigPropertyItem<T> as never);
    }
  };
}

/** How values become one number, for the panels that show single values. */
export const REDUCE_DEFAULTS = {
  'reduceOptions.values': false,
  'reduceOptions.calcs': ['lastNotNull'],
  'reduceOptions.fields': '',
  orientation: 'auto',
};
