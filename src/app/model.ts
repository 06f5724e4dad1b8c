import { fetchBuiltInSystems } from '../catalog/builtIn';
import { type Problem } from '../catalog/load/problem';
import { type Catalog, type System } from '../catalog/types';
import { type DataSourceError } from '../datasources/errors';
import { listDataSources, resolveDataSource } from '../datasources/lookup';
import { type DataSourceRole } from '../datasources/resolve';
import { type ChosenDataSources } from '../scenes/variables/dataSources';
import { type Settings, type SpanIndex } from './settings';
import { type Stored } from './stored';

/** What every page is made from. */
export interface AppModel {
  catalog: Catalog;
  /** What was wrong with the settings or the user's catalog; the app runs on what was right. */
  problems: readonly Problem[];
  dataSources: ChosenDataSources;
  /** Where spans can be counted, when Jaeger stores them in Elasticsearch. */
  spanIndex?: SpanIndex | undefined;
  /** Why a kind of question has no data source. */
  missing: Partial<Record<DataSourceRole, DataSourceError>>;
  /** Things to know about the choice of data sources. */
  notices: readonly string[];
}

const ROLES = { metrics: 'prometheus', traces: 'jaeger', logs: 'elasticsearch' } as const satisfies Record<
  DataSourceRole,
  keyof ChosenDataSources
>;

/**
 * Puts settings, catalog and data sources together.
 * @param jsonData stored settings of the app, unchecked.
 * @param search the URL's query string: a link's choice of data sources wins.
 * @throws Error when the built-in systems cannot be loaded.
 */
export async function loadModel(jsonData: unknown, search: string): Promise<AppModel> {
  const { settings, catalog, problems } = await readStored(await fetchBuiltInSystems(), jsonData);
  const { spanIndex } = settings;
  const model: AppModel = { catalog, problems, dataSources: {}, spanIndex, missing: {}, notices: [] };
  return (Object.keys(ROLES) as DataSourceRole[]).reduce(
    (current, role) => choose(current, role, settings, search),
    model
  );
}

/** What checks settings is large; an app that nobody has configured does not need it. */
async function readStored(builtIn: readonly System[], jsonData: unknown): Promise<Stored> {
  if (!jsonData || Object.keys(jsonData).length === 0) {
    return { settings: {}, catalog: { systems: builtIn }, problems: [] };
  }
  const stored = await import('./stored');
  return stored.readStored(builtIn, jsonData);
}

function choose(model: AppModel, role: DataSourceRole, settings: Settings, search: string): AppModel {
  const name = ROLES[role];
  const fromUrl = new URLSearchParams(search).get(`var-${name}`) ?? undefined;
  const result = resolveDataSource(role, { fromUrl, fromSettings: settings.dataSources?.[name] });
  return result.ok
    ? {
        ...model,
        dataSources: { ...model.dataSources, [name]: result.value.uid },
        notices: [...model.notices, ...result.warnings.map(({ message }) => message)],
      }
    : { ...model, missing: { ...model.missing, [role]: result.error } };
}

/** True when Grafana has no data source at all that the app could ask. */
export function hasNoDataSources(): boolean {
  return (Object.keys(ROLES) as DataSourceRole[]).every((role) => listDataSources(role).length === 0);
}
