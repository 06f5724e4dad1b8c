import type { Fleet } from '../metrics/fleet';

/** One entry of Prometheus' HTTP service discovery. */
export interface DiscoveredTarget {
  targets: [string];
  labels: Record<string, string>;
}

/** Every target under the generator's own address (`host:port`), told apart by path and labels. */
export function serviceDiscovery(fleet: Fleet, address: string): DiscoveredTarget[] {
  return fleet.targets.map(({ system, model, labels }) => ({
    targets: [address],
    labels: { __metrics_path__: `/metrics/${system}/${model.job}/${model.instance}`, ...labels },
  }));
}
