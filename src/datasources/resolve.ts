import { type Notice } from './errors';
import { failure, type Result, success } from './result';

/** A data source as far as choosing one needs to know it. */
export interface DataSourceInfo {
  uid: string;
  name: string;
  type: string;
  isDefault: boolean;
}

/** What the app asks of data sources. */
export type DataSourceRole = 'metrics' | 'traces' | 'logs';

/** Plugin ids that can play a role. */
export const ROLE_TYPES: Readonly<Record<DataSourceRole, readonly string[]>> = {
  metrics: ['prometheus', 'grafana-amazonprometheus-datasource', 'grafana-azureprometheus-datasource'],
  traces: ['jaeger'],
  logs: ['elasticsearch'],
};

/** What a role's data source is called in messages. */
const ROLE_LABEL: Readonly<Record<DataSourceRole, string>> = {
  metrics: 'Prometheus',
  traces: 'Jaeger',
  logs: 'Elasticsearch',
};

/** Who wants which data source. A value may be a uid or a name; `default` asks for Grafana's default. */
export interface DataSourceWishes {
  /** The variable in the URL. */
  fromUrl?: string | undefined;
  /** The app's settings. */
  fromSettings?: string | undefined;
}

/** A data source and why it was taken. */
export interface ChosenDataSource extends DataSourceInfo {
  chosenBy: 'url' | 'settings' | 'default' | 'first';
}

/**
 * Chooses a data source for a role: the URL's, else the settings', else Grafana's default when it is of that type, else
 * the first by name.
 * One that the URL names and that does not exist is an error, not silently replaced: a shared link must not show
 * other data than its sender saw. One that the settings name is replaced with a warning.
 * @returns `not-configured` when there is none of that type.
 */
export function chooseDataSource(
  role: DataSourceRole,
  all: readonly DataSourceInfo[],
  { fromUrl, fromSettings }: DataSourceWishes = {}
): Result<ChosenDataSource> {
  const candidates = all.filter(({ type }) => ROLE_TYPES[role].includes(type));
  const asked = find(candidates, fromUrl);
  if (asked) {
    return success({ ...asked, chosenBy: 'url' });
  }
  if (isNamed(fromUrl)) {
    const message = `The link asks for the ${ROLE_LABEL[role]} data source "${fromUrl}", which does not exist here or is not of that type.`;
    return failure({ kind: 'not-found', what: 'data-source', message, dataSourceUid: fromUrl });
  }
  const set = find(candidates, fromSettings);
  if (set) {
    return success({ ...set, chosenBy: 'settings' });
  }
  const standard = candidates.find(({ isDefault }) => isDefault);
  const fallback = standard ?? [...candidates].sort((a, b) => a.name.localeCompare(b.name))[0];
  if (!fallback) {
    const message = `No ${ROLE_LABEL[role]} data source is configured in Grafana.`;
    return failure({ kind: 'not-configured', message });
  }
  const chosen: ChosenDataSource = { ...fallback, chosenBy: standard ? 'default' : 'first' };
  return success(chosen, isNamed(fromSettings) ? [replaced(role, fromSettings, chosen)] : []);
}

function isNamed(wish: string | undefined): wish is string {
  return wish !== undefined && wish !== '' && wish !== 'default';
}

function find(candidates: readonly DataSourceInfo[], wish: string | undefined): DataSourceInfo | undefined {
  if (!isNamed(wish)) {
    return undefined;
  }
  return candidates.find(({ uid }) => uid === wish) ?? candidates.find(({ name }) => name === wish);
}

function replaced(role: DataSourceRole, wish: string, chosen: DataSourceInfo): Notice {
  return {
    kind: 'notice',
    severity: 'warning',
    message: `The ${ROLE_LABEL[role]} data source "${wish}" of the app's settings does not exist; "${chosen.name}" is used.`,
    dataSourceUid: chosen.uid,
  };
}
