import {
  standardFieldConfigEditorRegistry,
  standardEditorsRegistry,
  standardTransformers,
  standardTransformersRegistry,
  type TransformerRegistryItem,
} from '@grafana/data';

import { standardFieldConfigs } from './standardFieldConfigs';
import { timeSeriesTableTransformer } from './timeSeriesTable';

const noEditor = (): null => null;

/** Every kind of option editor that panel options may name; nothing is ever edited here. */
const EDITOR_IDS = [
  'number',
  'slider',
  'text',
  'strings',
  'boolean',
  'select',
  'multi-select',
  'radio',
  'unit',
  'color',
  'fieldColor',
  'links',
  'actions',
  'stats-picker',
  'timezone',
  'field-name',
  'dashboard-uid',
  'mappings',
  'thresholds',
];

/** Fills @grafana/data's registries: field options, option editors and data transformations. */
export function installRegistries(): void {
  standardFieldConfigEditorRegistry.setInit(standardFieldConfigs);
  standardEditorsRegistry.setInit(() => EDITOR_IDS.map((id) => ({ id, name: id, editor: noEditor })));
  standardTransformersRegistry.setInit(() =>
    [...Object.values(standardTransformers), timeSeriesTableTransformer].map(
      (transformation): TransformerRegistryItem => ({
        id: transformation.id,
        name: transformation.name,
        transformation: () => Promise.resolve(transformation),
        editor: noEditor,
        imageDark: '',
        imageLight: '',
      })
    )
  );
}
