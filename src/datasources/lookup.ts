import { getDataSourceSrv } from '@grafana/runtime';
import { type DataSourceInstanceSettings } from '@grafana/data';
import {
  chooseDataSource,
  type ChosenDataSource,
  type DataSourceInfo,
  type DataSourceRole,
  type DataSourceWishes,
  ROLE_TYPES,
} from './resolve';
import { isRecord, type JsonRecord } from './json';
import { type Result } from './result';

// The only module that asks Grafana which data sources there are.

/** The data sources that can play a role, by name. */
export function listDataSources(role: DataSourceRole): DataSourceInfo[] {
  return allOf(ROLE_TYPES[role])
    .map(infoOf)
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The data source for a role: the URL's, else the settings', else Grafana's default, else the first. */
export function resolveDataSource(role: DataSourceRole, wishes: DataSourceWishes = {}): Result<ChosenDataSource> {
  return chooseDataSource(role, listDataSources(role), wishes);
}

/** The name that people know a data source by; undefined when it does not exist. */
export function dataSourceName(uid: string): string | undefined {
  return instanceSettings(uid)?.name;
}

/** The plugin's settings of a data source (`jsonData`); empty when it does not exist. */
export function dataSourceSettings(uid: string): JsonRecord {
  const jsonData: unknown = instanceSettings(uid)?.jsonData;
  return isRecord(jsonData) ? jsonData : {};
}

/** The Alertmanagers that Grafana knows, beside its own; by name. */
export function listAlertmanagers(): DataSourceInfo[] {
  // They answer no queries: Grafana lists such sources only when all are asked for.
  return allOf(['alertmanager'], true)
    .map(infoOf)
    .sort((a, b) => a.name.localeCompare(b.name));
}

function instanceSettings(uid: string): DataSourceInstanceSettings | undefined {
  const settings = getDataSourceSrv().getInstanceSettings({ uid });
  // Grafana answers the default one when it does not know the uid's meaning.
  return settings?.uid === uid ? settings : undefined;
}

function allOf(types: readonly string[], all = false): DataSourceInstanceSettings[] {
  // Not `type`: Grafana adds its own source to whatever that finds.
  return getDataSourceSrv().getList({ all, filter: ({ type }) => types.includes(type) });
}

function infoOf({ uid, name, type, isDefault }: DataSourceInstanceSettings): DataSourceInfo {
  return { uid, name, type, isDefault: isDefault === true };
}
