import { callForBody } from '../transport/request';
import { mapResult, type Result } from '../result';

/** What Grafana stores about an app. */
export interface AppSettings {
  enabled: boolean;
  pinned: boolean;
  jsonData: object;
}

/** Stores the settings of an app. Needs the rights of an administrator. */
export async function saveSettings(pluginId: string, settings: AppSettings): Promise<Result<true>> {
  const url = `/api/plugins/${encodeURIComponent(pluginId)}/settings`;
  return mapResult(await callForBody({ method: 'POST', url, body: settings }, {}, {}), () => true as const);
}
