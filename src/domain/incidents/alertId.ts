import { type Alert } from '../alerts/types';
import { hashText } from './hashText';

/** Names an alert in a URL: the same for everybody, and again when it comes back. */
export function alertId({ ruleId, labels }: Pick<Alert, 'ruleId' | 'labels'>): string {
  const sorted = Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1));
  return hashText(JSON.stringify([ruleId, sorted]));
}
