import { type Alert } from '../../domain/alerts/types';

/** Labels that every alert has, or that stand elsewhere beside it. */
const COMMON_LABELS = new Set(['alertname', 'severity', 'system', 'service', 'component', 'team', 'page', 'job']);

/** An alert's name and the labels that are its own, in a line. Those of Grafana itself say nothing to a person. */
export function alertDetail({ name, labels }: Pick<Alert, 'name' | 'labels'>): string {
  const own = Object.entries(labels).filter(([label]) => !COMMON_LABELS.has(label) && !label.startsWith('__'));
  return [name, ...own.map(([label, value]) => `${label} ${value}`)].join(' · ');
}
