import { join, resolve } from 'node:path';

import { Command } from 'commander';

import { buildBundle } from './bundle';
import { buildApp } from './server/app';
import { PreviewContext } from './server/context';
import { followServerUrls, readProvisionedDataSources, type ServerUrls } from './server/dataSources';
import { readManifest } from './server/manifest';
import { PluginSettingsStore, readProvisioned } from './server/pluginSettings';
import { ScenarioStore } from './server/scenario';

interface Flags {
  port: string;
  state: string;
  dist: string;
  provisioning: string;
  settings: string;
  prometheus?: string;
  jaeger?: string;
  elasticsearch?: string;
  alertmanager?: string;
  deny: string[];
  down: string[];
  unknown: string[];
  dataSources: boolean;
}

function readFlags(): Flags {
  return new Command('preview')
    .description('Shows the built plugin without a Grafana, over the real servers of the dev stack.')
    .option('--port <port>', 'port to listen on (127.0.0.1)', '3000')
    .option('--state <file>', "the dev stack's state file; followed as it changes", '.cache/stack/state.json')
    .option('--dist <folder>', "the plugin's production build", 'dist')
    .option(
      '--provisioning <folder>',
      'data sources and initial plugin settings, as Grafana takes them',
      'provisioning'
    )
    .option('--settings <file>', 'where saved plugin settings are kept', '.cache/preview/settings.json')
    .option('--prometheus <url>', 'Prometheus, instead of what the state file says')
    .option('--jaeger <url>', 'Jaeger query API, instead of what the state file says')
    .option('--elasticsearch <url>', 'Elasticsearch, instead of what the state file says')
    .option('--alertmanager <url>', 'Alertmanager, instead of what the state file says')
    .option('--deny <uid...>', 'data sources that the viewer may not query (403)', [])
    .option('--down <uid...>', 'data sources whose server refuses connections', [])
    .option('--unknown <uid...>', 'data sources that are not there (404)', [])
    .option('--no-data-sources', 'start as a Grafana without any data source')
    .parse()
    .opts<Flags>();
}

function fixedUrls(flags: Flags): ServerUrls {
  const { prometheus, jaeger, elasticsearch, alertmanager } = flags;
  return Object.fromEntries(
    Object.entries({ prometheus, jaeger, elasticsearch, alertmanager }).filter(([, url]) => url)
  );
}

async function main(): Promise<void> {
  const flags = readFlags();
  const dist = resolve(flags.dist);
  const provisioning = resolve(flags.provisioning);
  const pluginId = readManifest(dist).id;
  const { folder, version } = await buildBundle();
  const scenarios = new ScenarioStore({
    noDataSources: !flags.dataSources,
    unknown: new Set(flags.unknown),
    denied: new Set(flags.deny),
    down: new Set(flags.down),
  });
  const app = await buildApp({
    context: new PreviewContext(
      () => readProvisionedDataSources(join(provisioning, 'datasources')),
      followServerUrls(resolve(flags.state), fixedUrls(flags)),
      scenarios
    ),
    settings: new PluginSettingsStore(resolve(flags.settings), () =>
      readProvisioned(join(provisioning, 'plugins'), pluginId)
    ),
    dist,
    bundle: folder,
    bundleVersion: version,
  });
  const address = await app.listen({ host: '127.0.0.1', port: Number(flags.port) });
  process.stdout.write(`preview host: ${address}/a/${pluginId}/\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void app.close().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`preview host: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
