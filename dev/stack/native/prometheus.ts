import { readFileSync } from 'node:fs';
import path from 'node:path';
import { localPrometheusConfig } from '../config/prometheus';
import { writeConfig } from '../config/write';
import type { StackPaths } from '../paths';
import { loopback } from '../ports';
import type { ServerSpec, SpecContext } from './spec';

/** Beyond the 30 days of history that the telemetry generator plays. */
const retention = '40d';

export function prometheusDataDir(paths: StackPaths): string {
  return path.join(paths.dataDir, 'prometheus');
}

/** Prometheus with the committed scrape configuration and rules, pointed at local addresses. */
export function prometheusSpec({ paths, ports }: SpecContext, options: { telemetry: boolean }): ServerSpec {
  const sourceDir = path.join(paths.projectDir, 'provisioning/prometheus');
  const at = (port: number) => `${loopback}:${port}`;
  const address = at(ports.prometheus);
  const config = localPrometheusConfig(readFileSync(path.join(sourceDir, 'prometheus.yml'), 'utf8'), {
    ruleFiles: [path.join(sourceDir, 'rules/*.yaml')],
    addresses: {
      'localhost:9090': address,
      'alertmanager:9093': at(ports.alertmanager),
      'jaeger:14269': at(ports.jaegerAdmin),
      ...(options.telemetry && { 'telemetry:9464': at(ports.telemetry) }),
    },
  });
  return {
    name: 'prometheus',
    title: 'Prometheus',
    command: path.join(paths.binDir, 'prometheus'),
    args: [
      `--config.file=${writeConfig(paths, 'prometheus.yml', config)}`,
      `--storage.tsdb.path=${prometheusDataDir(paths)}`,
      `--storage.tsdb.retention.time=${retention}`,
      '--enable-feature=exemplar-storage',
      '--web.enable-lifecycle',
      `--web.listen-address=${address}`,
    ],
    healthUrl: `http://${address}/-/ready`,
    readyWithinMs: 120_000,
    published: { url: `http://${address}` },
  };
}
