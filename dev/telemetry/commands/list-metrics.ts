import type { MetricModel, SeriesBase, SystemModel } from '../model';

export interface MetricListing {
  system: string;
  name: string;
  kind: MetricModel['kind'] | 'up';
  /** Label names besides `__name__`, sorted; with `le` or `quantile` where it applies. */
  labels: string[];
  jobs: string[];
  bucketsLe?: readonly number[];
}

/** Names, types and labels of everything that the systems emit, for contract tests. */
export function listMetrics(systems: readonly SystemModel[]): MetricListing[] {
  return systems.flatMap((system) => [
    ...system.metrics.map((metric) => listing(system, metric)),
    {
      system: system.id,
      name: 'up',
      kind: 'up' as const,
      labels: sorted([
        ...system.targets.flatMap(({ labels = {} }) => Object.keys(labels)),
        'job',
        'instance',
        'system',
      ]),
      jobs: sorted(system.targets.map(({ job }) => job)),
    },
  ]);
}

function listing(system: SystemModel, metric: MetricModel): MetricListing {
  const series: readonly SeriesBase[] = metric.series;
  const jobs = sorted(series.map(({ job }) => job));
  const targetLabels = system.targets
    .filter(({ job }) => jobs.includes(job))
    .flatMap(({ labels = {} }) => Object.keys(labels));
  const own = { counter: [], gauge: [], histogram: ['le'], summary: ['quantile'] }[metric.kind];
  return {
    system: system.id,
    name: metric.name,
    kind: metric.kind,
    labels: sorted([
      ...series.flatMap(({ labels = {} }) => Object.keys(labels)),
      ...targetLabels,
      ...own,
      'job',
      'instance',
      'system',
    ]),
    jobs,
    ...(metric.kind === 'histogram' ? { bucketsLe: metric.bucketsLe } : {}),
  };
}

function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
