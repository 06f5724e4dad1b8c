import pluginJson from '../plugin.json';

/** Id under which Grafana knows the app. */
export const PLUGIN_ID = pluginJson.id;
/** Every URL of the app begins with it. */
export const BASE_PATH = `/a/${PLUGIN_ID}`;
