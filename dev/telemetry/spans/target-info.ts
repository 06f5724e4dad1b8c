import { FIRST_VERSION } from '../engine/world';
import { buildInfo } from '../kit/metrics';
import type { GaugeSeries, MetricModel, SystemModel } from '../model';

/** What the services' resources say of themselves, as OpenTelemetry's rules for Prometheus name it. */
export const TARGET_INFO_METRIC = 'target_info';

/** `target_info` of every service that sends spans: one series for each of its versions, present while that one runs. */
export function targetInfo(system: SystemModel, where: { job: string; instance: string }): MetricModel {
  const series = system.services.flatMap(({ name, resource = {} }): GaugeSeries[] => {
    const attributes = Object.entries(resource).map(([key, value]) => [key.replaceAll('.', '_'), String(value)]);
    const labels: Record<string, string> = { ...Object.fromEntries(attributes), service_name: name };
    return buildInfo(where, name, versionsOf(system, name)).map((one) => ({
      ...one,
      labels: { ...labels, service_version: one.labels?.['version'] ?? '' },
    }));
  });
  return {
    kind: 'gauge',
    name: TARGET_INFO_METRIC,
    help: 'Target metadata',
    series,
  };
}

function versionsOf({ deploys, incidents }: SystemModel, service: string): string[] {
  const planned = deploys.filter((deploy) => deploy.service === service).map(({ version }) => version);
  const broken = incidents.flatMap(({ deploys: deploy }) => (deploy?.service === service ? [deploy.version] : []));
  return [...new Set([FIRST_VERSION, ...planned, ...broken])];
}
