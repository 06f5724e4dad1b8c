import { type Service, type System } from '../../../src/catalog/types';
import { type Slo } from '../../../src/domain/slo/types';

const SYSTEM = 'fleet';

/** Name of the `index`-th service, and value of its `service` label. */
export const serviceName = (index: number) => `service-${String(index).padStart(4, '0')}`;

/**
 * A catalog as a large company would write it: every service has the same exporter's metrics, told apart by a label,
 * and one objective.
 */
export function fleetCatalog(size: number): { systems: Array<System & { mode?: 'replace' }> } {
  const names = Array.from({ length: size }, (_, index) => serviceName(index));
  return {
    systems: [
      {
        id: SYSTEM,
        name: 'Fleet',
        teams: [{ id: 'crew', name: 'Crew' }],
        signals: {
          requests: { kind: 'rate', title: 'Requests', metric: 'fleet_requests_total', unit: 'reqps' },
          errors: {
            kind: 'ratio',
            title: 'Error rate',
            part: { metric: 'fleet_requests_total', where: { status: '500' } },
            total: { metric: 'fleet_requests_total' },
            unit: 'percentunit',
            direction: 'lower-is-better',
            thresholds: { warning: 0.01, critical: 0.05 },
          },
          latency: {
            kind: 'quantile',
            title: 'Latency p95',
            histogram: 'fleet_request_duration_seconds',
            quantile: 0.95,
            unit: 's',
          },
          cpu: { kind: 'gauge', title: 'CPU', metric: 'fleet_cpu_ratio', aggregation: 'max', unit: 'percentunit' },
        },
        services: names.map(service),
        slos: names.map(objective),
      },
    ],
  };
}

function service(name: string): Service {
  return {
    id: name,
    name: `Service ${name}`,
    kind: 'application',
    team: 'crew',
    golden: {
      traffic: 'system.requests',
      errors: 'system.errors',
      latency: 'system.latency',
      saturation: 'system.cpu',
      where: { service: name },
    },
  };
}

function objective(name: string): Slo {
  const requests = { metric: 'fleet_requests_total', where: { service: name } };
  return {
    id: `${name}-availability`,
    title: `${name} availability`,
    service: name,
    sli: { kind: 'ratio', total: requests, bad: { ...requests, where: { service: name, status: '500' } } },
    targetRatio: 0.999,
    windowDays: 30,
  };
}
