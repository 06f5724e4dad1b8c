import { DataSourceVariable, sceneGraph, type SceneObject } from '@grafana/scenes';
import { VariableHide } from '@grafana/schema';
import { type DataSourceReference } from '../../datasources/types';

/** Which data source answers each kind of question, by uid. */
export interface ChosenDataSources {
  prometheus?: string | undefined;
  jaeger?: string | undefined;
  elasticsearch?: string | undefined;
}

type DataSourceKind = keyof ChosenDataSources;

const LABELS: Record<DataSourceKind, string> = { prometheus: 'Metrics', jaeger: 'Traces', elasticsearch: 'Logs' };
const KINDS = Object.keys(LABELS) as DataSourceKind[];

/**
 * The variables that choose data sources. Every page has all of them, so that a choice survives every link; a page shows
 * the selectors of those that it asks.
 */
export function dataSourceVariables(chosen: ChosenDataSources, shown: readonly DataSourceKind[]): DataSourceVariable[] {
  return KINDS.map(
    (kind) =>
      new DataSourceVariable({
        name: kind,
        label: LABELS[kind],
        pluginId: kind,
        value: chosen[kind] ?? '',
        hide: shown.includes(kind) ? VariableHide.dontHide : VariableHide.hideVariable,
      })
  );
}

/** Reference for a query runner; the variable is filled in by Scenes. */
export const METRICS_DATA_SOURCE: DataSourceReference = { type: 'prometheus', uid: '${prometheus}' };

/** The same for logs. */
export const LOGS_DATA_SOURCE: DataSourceReference = { type: 'elasticsearch', uid: '${elasticsearch}' };

/** The metrics data source that is chosen on the page of `object`. */
export function metricsDataSource(object: SceneObject): DataSourceReference {
  return { type: 'prometheus', uid: sceneGraph.interpolate(object, '${prometheus}') };
}

/** The traces data source that is chosen on the page of `object`; its uid is empty when there is none. */
export function tracesDataSource(object: SceneObject): DataSourceReference {
  return { type: 'jaeger', uid: sceneGraph.interpolate(object, '${jaeger}') };
}

/** The logs data source that is chosen on the page of `object`; its uid is empty when there is none. */
export function logsDataSource(object: SceneObject): DataSourceReference {
  return { type: 'elasticsearch', uid: sceneGraph.interpolate(object, '${elasticsearch}') };
}
