import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  FieldType,
  identityOverrideProcessor,
  numberOverrideProcessor,
  stringOverrideProcessor,
  thresholdsOverrideProcessor,
  ThresholdsMode,
  valueMappingsOverrideProcessor,
  type Field,
  type FieldConfigPropertyItem,
} from '@grafana/data';

const noEditor = (): null => null;
const always = (): boolean => true;
const onNumbers = (field: Field): boolean => field.type === FieldType.number;
const notOnTimes = (field: Field): boolean => field.type !== FieldType.time;

function item(
  id: string,
  process: FieldConfigPropertyItem['process'],
  shouldApply: FieldConfigPropertyItem['shouldApply'],
  defaultValue?: unknown
): FieldConfigPropertyItem {
  return {
    id,
    path: id,
    name: id,
    editor: noEditor,
    override: noEditor,
    process,
    shouldApply,
    ...(defaultValue === undefined ? {} : { defaultValue }),
  };
}

/** The options that every panel's fields understand, with Grafana's defaults. */
export function standardFieldConfigs(): FieldConfigPropertyItem[] {
  return [
    item('displayName', displayNameOverrideProcessor, always),
    item('unit', stringOverrideProcessor, always),
    item('fieldMinMax', booleanOverrideProcessor, onNumbers),
    item('min', numberOverrideProcessor, onNumbers),
    item('max', numberOverrideProcessor, onNumbers),
    item('decimals', numberOverrideProcessor, onNumbers),
    item('noValue', stringOverrideProcessor, always),
    item('links', dataLinksOverrideProcessor, always),
    item('actions', identityOverrideProcessor, always),
    item('color', identityOverrideProcessor, always),
    item('mappings', valueMappingsOverrideProcessor, notOnTimes, []),
    item('thresholds', thresholdsOverrideProcessor, always, {
      mode: ThresholdsMode.Absolute,
      steps: [
        { value: -Infinity, color: 'green' },
        { value: 80, color: 'red' },
      ],
    }),
    item('filterable', booleanOverrideProcessor, always),
  ];
}
