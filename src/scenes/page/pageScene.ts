import {
  EmbeddedScene,
  SceneDataLayerSet,
  type SceneObject,
  type SceneVariable,
  SceneVariableSet,
} from '@grafana/scenes';
import { type System } from '../../catalog/types';
import { ChangesLayer } from '../annotations/ChangesLayer';
import { BoardGrid, type BoardRow } from '../layout/BoardGrid';
import { compareVariable } from '../variables/compare';
import { type ChosenDataSources, dataSourceVariables } from '../variables/dataSources';
import { filterVariables } from '../variables/LabelFilterVariable';
import { systemVariable } from '../variables/systems';
import { defaultTimeRange, pageControls } from './controls';
import { PageFilters } from './PageFilters';

interface PageSceneOptions {
  dataSources: ChosenDataSources;
  /** Kinds of data sources that the page asks; their selectors are shown. */
  asks?: ReadonlyArray<keyof ChosenDataSources>;
  /** Systems to choose from; with one there is nothing to choose. */
  systems: readonly System[];
  /** Further variables of the page. */
  variables?: readonly SceneVariable[];
  /** What the page asks once and several panels show. */
  behaviors?: readonly SceneObject[];
  /** The page has panels of the catalog: it filters them, compares them, and marks changes on their graphs. */
  hasPanels?: boolean;
  rows: BoardRow[];
}

/** A page: time range, variables and controls as everywhere, and rows of panels. */
export function pageScene(options: PageSceneOptions): EmbeddedScene {
  const { dataSources, asks = ['prometheus'], systems, variables = [], behaviors = [], hasPanels = true } = options;
  const panels = hasPanels ? panelControls(systems) : undefined;
  return new EmbeddedScene({
    $timeRange: defaultTimeRange(),
    $variables: new SceneVariableSet({
      variables: [
        ...dataSourceVariables(dataSources, asks),
        ...(systems.length > 1 ? [systemVariable(systems)] : []),
        ...variables,
        ...(panels?.variables ?? []),
      ],
    }),
    ...(panels && { $data: panels.$data }),
    $behaviors: [...behaviors, ...(panels?.behaviors ?? [])],
    controls: pageControls(),
    body: new BoardGrid({ rows: options.rows }),
  });
}

/** What a page with panels of the catalog needs, for pages that are put together by other means. */
export function panelControls(systems: readonly System[]) {
  return {
    variables: [...filterVariables(systems), compareVariable()],
    behaviors: [new PageFilters(systems)],
    $data: new SceneDataLayerSet({ name: 'Deploys and alerts', layers: [new ChangesLayer(systems)] }),
  };
}
