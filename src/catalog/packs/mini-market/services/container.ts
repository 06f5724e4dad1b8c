import { type Signal } from '../../../../domain/signals/types';

/** Saturation of one container: the cAdvisor series of its name. */
export function containerSignals(name: string): Readonly<Record<string, Signal>> {
  return {
    cpu: {
      kind: 'rate',
      title: 'CPU',
      description: 'Share of one core.',
      metric: 'container_cpu_usage_seconds_total',
      where: { name },
      unit: 'percentunit',
      direction: 'lower-is-better',
      thresholds: { warning: 0.8 },
    },
    memory: {
      kind: 'utilisation',
      title: 'Memory',
      description: 'Share of the limit of the container.',
      used: { metric: 'container_memory_usage_bytes', where: { name } },
      capacity: { metric: 'container_spec_memory_limit_bytes', where: { name } },
      unit: 'percentunit',
      direction: 'lower-is-better',
      thresholds: { warning: 0.85 },
    },
  };
}
