import {
  matchPluginId,
  type DataSourceApi,
  type DataSourceInstanceSettings,
  type DataSourceRef,
  type ScopedVars,
} from '@grafana/data';
import {
  getTemplateSrv,
  type DataSourceSrv,
  type GetDataSourceListFilters,
  type RuntimeDataSource,
} from '@grafana/runtime';
import { initDataSourceInstanceSettings } from 'grafana-runtime-internal/services/dataSource/settings.mjs';

import { createDataSource } from '../datasources/create';

type Ref = DataSourceRef | string | null | undefined;

function firstValue(value: unknown): string {
  return String(Array.isArray(value) ? value[0] : value);
}

function matchesFilters(settings: DataSourceInstanceSettings, filters: GetDataSourceListFilters): boolean {
  const { meta } = settings;
  const types = filters.type === undefined ? undefined : [filters.type].flat();
  return (
    (!filters.metrics || Boolean(meta.metrics)) &&
    (!filters.tracing || Boolean(meta.tracing)) &&
    (!filters.logs || Boolean(meta.logs)) &&
    (!filters.annotations || Boolean(meta.annotations)) &&
    (!filters.alerting || Boolean(meta.alerting)) &&
    (!filters.pluginId || matchPluginId(filters.pluginId, meta)) &&
    (!types || types.includes(settings.type)) &&
    (!filters.filter || filters.filter(settings)) &&
    (Boolean(filters.all) || Boolean(meta.metrics ?? meta.annotations ?? meta.tracing ?? meta.logs ?? meta.alerting))
  );
}

/** The data sources in the boot data, looked up as Grafana does: by uid, name, variable, or as the default. */
export class PreviewDataSourceSrv implements DataSourceSrv {
  private readonly instances = new Map<string, DataSourceApi>();
  private readonly settings: DataSourceInstanceSettings[];

  constructor(
    byName: Record<string, DataSourceInstanceSettings>,
    private readonly defaultName: string
  ) {
    this.settings = Object.values(byName);
    initDataSourceInstanceSettings(byName, defaultName);
  }

  async get(ref?: Ref, scopedVars?: ScopedVars): Promise<DataSourceApi> {
    const runtime = this.instances.get(typeof ref === 'string' ? ref : (ref?.uid ?? ''));
    if (runtime) {
      return runtime;
    }
    const settings = this.getInstanceSettings(ref, scopedVars);
    if (!settings) {
      throw new Error(`Data source ${typeof ref === 'string' ? ref : (ref?.uid ?? 'default')} was not found`);
    }
    const uid = settings.rawRef?.uid ?? settings.uid;
    const known = this.instances.get(uid);
    const instance = known ?? createDataSource(this.settings.find((candidate) => candidate.uid === uid) ?? settings);
    this.instances.set(uid, instance);
    return instance;
  }

  getInstanceSettings(ref?: Ref, scopedVars?: ScopedVars): DataSourceInstanceSettings | undefined {
    const key = typeof ref === 'string' ? ref : ref?.uid;
    if (!key || key === 'default') {
      const type = typeof ref === 'object' ? ref?.type : undefined;
      const ofType = type ? this.settings.filter((candidate) => candidate.type === type) : [];
      return ofType.find((candidate) => candidate.isDefault) ?? ofType[0] ?? this.find(this.defaultName);
    }
    if (key.includes('$')) {
      const resolved = this.find(getTemplateSrv().replace(key, scopedVars, firstValue));
      return (
        resolved && {
          ...resolved,
          isDefault: false,
          name: key,
          uid: key,
          rawRef: { type: resolved.type, uid: resolved.uid },
        }
      );
    }
    return this.find(key);
  }

  getList(filters: GetDataSourceListFilters = {}): DataSourceInstanceSettings[] {
    return this.settings
      .filter((candidate) => matchesFilters(candidate, filters))
      .sort((a, b) => a.name.localeCompare(b.name));
  }

  reload(): Promise<void> {
    this.instances.clear();
    return Promise.resolve();
  }

  registerRuntimeDataSource(entry: { dataSource: RuntimeDataSource }): void {
    this.instances.set(entry.dataSource.uid, entry.dataSource);
  }

  private find(key: string): DataSourceInstanceSettings | undefined {
    return (
      this.settings.find((candidate) => candidate.uid === key) ??
      this.settings.find((candidate) => candidate.name === key)
    );
  }
}
