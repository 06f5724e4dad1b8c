import {
  SceneControlsSpacer,
  SceneDataLayerControls,
  type SceneObject,
  SceneRefreshPicker,
  SceneTimePicker,
  SceneTimeRange,
  VariableValueControl,
  VariableValueSelectors,
} from '@grafana/scenes';

/** What every page begins with, unless the link says otherwise. */
export const defaultTimeRange = () => new SceneTimeRange({ from: 'now-6h', to: 'now' });

/**
 * The row above every page: variables, marks on graphs where the page has some, time range, refresh.
 * @param inherited variables of the pages around, which are shown before the page's own.
 */
export function pageControls(inherited: readonly string[] = []): SceneObject[] {
  return [
    ...inherited.map((variableName) => new VariableValueControl({ variableName })),
    new VariableValueSelectors({}),
    new SceneDataLayerControls(),
    new SceneControlsSpacer(),
    new SceneTimePicker({ isOnCanvas: true }),
    // Its icon alone would have no name for a screen reader.
    new SceneRefreshPicker({ isOnCanvas: true, refresh: '1m', withText: true }),
  ];
}
