import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { replaceAddresses } from '../config/addresses';
import type { ServerSpec } from '../native/spec';
import type { StackPaths } from '../paths';
import { loopback } from '../ports';
import type { StackState } from '../state';
import type { GrafanaInstallation } from './find';

const pluginId = 'watchkeeper-oncall-app';

/** A Grafana of this machine with the built plugin and the committed provisioning, pointed at the running servers. */
export function grafanaSpec(
  grafana: GrafanaInstallation,
  { paths, port, servers }: { paths: StackPaths; port: number; servers: StackState['servers'] }
): ServerSpec {
  const url = `http://${loopback}:${port}`;
  const runDir = path.join(paths.configDir, 'grafana');
  rmSync(runDir, { recursive: true, force: true });
  const provisioningDir = path.join(runDir, 'provisioning');
  const pluginsDir = path.join(runDir, 'plugins');
  provision(paths, servers, provisioningDir);
  mkdirSync(pluginsDir, { recursive: true });
  symlinkSync(path.join(paths.projectDir, 'dist'), path.join(pluginsDir, pluginId), 'dir');
  return {
    name: 'grafana',
    title: 'Grafana',
    command: grafana.command,
    args: [...grafana.leadingArgs, '--homepath', grafana.homeDir],
    env: grafanaEnvironment({
      paths_data: path.join(paths.dataDir, 'grafana'),
      paths_logs: path.join(paths.logsDir, 'grafana'),
      paths_plugins: pluginsDir,
      paths_provisioning: provisioningDir,
      server_protocol: 'http',
      server_http_addr: loopback,
      server_http_port: String(port),
      'auth.anonymous_enabled': 'true',
      'auth.anonymous_org_role': 'Admin',
      plugins_allow_loading_unsigned_plugins: pluginId,
      plugins_preinstall_disabled: 'true',
      analytics_reporting_enabled: 'false',
      analytics_check_for_updates: 'false',
      analytics_check_for_plugin_updates: 'false',
      news_news_feed_enabled: 'false',
    }),
    healthUrl: `${url}/api/health`,
    readyWithinMs: 180_000,
    published: { url },
  };
}

/** `section_key` as Grafana reads it from the environment: upper case, dots become underscores. */
export function grafanaEnvironment(settings: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [`GF_${name.toUpperCase().replaceAll('.', '_')}`, value])
  );
}

function provision(paths: StackPaths, servers: StackState['servers'], provisioningDir: string): void {
  const source = path.join(paths.projectDir, 'provisioning');
  for (const folder of ['datasources', 'plugins', 'alerting']) {
    cpSync(path.join(source, folder), path.join(provisioningDir, folder), { recursive: true });
  }
  const file = path.join(provisioningDir, 'datasources/watchkeeper.yaml');
  const running = {
    'prometheus:9090': servers.prometheus,
    'alertmanager:9093': servers.alertmanager,
    'jaeger:16686': servers.jaeger,
    'elasticsearch:9200': servers.elasticsearch,
  };
  const addresses = Object.entries(running).flatMap(([name, server]) =>
    server ? [[name, new URL(server.url).host] as const] : []
  );
  writeFileSync(file, replaceAddresses(readFileSync(file, 'utf8'), Object.fromEntries(addresses)));
}
