import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { loopback } from '../ports';
import { replaceAddresses } from '../config/addresses';
import { writeConfig } from '../config/write';
import type { ServerSpec, SpecContext } from './spec';

/** Alertmanager with the committed routing, its webhook receiver at its local address. */
export function alertmanagerSpec({ paths, ports }: SpecContext): ServerSpec {
  const committed = readFileSync(path.join(paths.projectDir, 'provisioning/alertmanager/alertmanager.dev.yml'), 'utf8');
  const configFile = writeConfig(
    paths,
    'alertmanager.yml',
    replaceAddresses(committed, { 'webhook:9095': `${loopback}:${ports.webhook}` })
  );
  const address = `${loopback}:${ports.alertmanager}`;
  const storage = path.join(paths.dataDir, 'alertmanager');
  // The receiver starts anew and has heard nothing; Alertmanager would remember for hours what it told the old one.
  rmSync(path.join(storage, 'nflog'), { force: true });
  return {
    name: 'alertmanager',
    title: 'Alertmanager',
    command: path.join(paths.binDir, 'alertmanager'),
    args: [
      `--config.file=${configFile}`,
      `--storage.path=${storage}`,
      `--web.listen-address=${address}`,
      // One node: without a cluster address it opens no gossip port.
      '--cluster.listen-address=',
    ],
    healthUrl: `http://${address}/-/ready`,
    readyWithinMs: 30_000,
    published: { url: `http://${address}` },
  };
}
