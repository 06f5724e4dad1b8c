import { type Signal } from '../../../../domain/signals/types';

/**
 * The standard scrapes all services in one job, so `up` does not tell them apart: the service is read from the name of
 * the pod, and is the job elsewhere.
 */
const withService = (series: string) =>
  `label_replace(label_replace(${series}, "service", "$1", "job", "(.+)"), "service", "$1", "kubernetes_pod_name", "(.+)-[^-]+")`;

const up = withService('up{$where}');
const upWithin6h = withService('max_over_time(up{$where}[6h])');

/** What answers and what does not. */
export const reachabilitySignals: Readonly<Record<string, Signal>> = {
  'reachable-targets': {
    kind: 'gauge',
    title: 'Reachable targets',
    description: 'Share of the scrape targets that answer. Reachable is not the same as working: see the error rate.',
    metric: 'up',
    aggregation: 'avg',
    unit: 'percentunit',
    direction: 'higher-is-better',
    thresholds: { warning: 0.99, critical: 0.95 },
  },
  'target-up': {
    kind: 'expression',
    title: 'Scrape target up',
    expr: `min by ($by) (${up})`,
    metrics: ['up'],
    unit: 'bool',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
    implements: ['OBS-MET-18'],
  },
  'scrape-age': {
    kind: 'expression',
    title: 'Last scrape',
    description: 'Age of the newest sample.',
    expr: 'max by ($by) (time() - timestamp(up{$where}))',
    metrics: ['up'],
    unit: 's',
    direction: 'lower-is-better',
  },
  'targets-reporting': {
    kind: 'expression',
    title: 'Targets that are scraped',
    description:
      'How many targets a service has; 0 when it had some in the last six hours. A pod that discovery has forgotten has no series, and a rule on up never sees it.',
    expr: `count by ($by) (${up}) or count by ($by) (${upWithin6h}) * 0`,
    metrics: ['up'],
    unit: 'short',
    direction: 'higher-is-better',
    thresholds: { critical: 1 },
  },
};
