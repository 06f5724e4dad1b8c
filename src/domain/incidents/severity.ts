import { type Alert } from '../alerts/types';
import { INCIDENT_SEVERITIES, type IncidentSeverity } from './types';

const OF_ALERT: Readonly<Record<string, IncidentSeverity>> = {
  critical: 'critical',
  p0: 'critical',
  high: 'high',
  p1: 'high',
  warning: 'medium',
  medium: 'medium',
  p2: 'medium',
  info: 'low',
  low: 'low',
  p3: 'low',
};

/**
 * Severity of the incident that an alert begins. Document 004 maps critical, warning and info; a word that nobody
 * knows counts as medium, and so does a missing one.
 */
export function severityOfAlert(alertSeverity: string | undefined): IncidentSeverity {
  return OF_ALERT[alertSeverity?.trim().toLowerCase() ?? ''] ?? 'medium';
}

/** The worst of several alerts. */
export function severityOfAlerts(alerts: ReadonlyArray<Pick<Alert, 'severity'>>): IncidentSeverity {
  const ranks = alerts.map(({ severity }) => INCIDENT_SEVERITIES.indexOf(severityOfAlert(severity)));
  return INCIDENT_SEVERITIES[Math.max(...ranks)] ?? 'medium';
}

/** How an incident is announced on a status page. */
export type StatusPageImpact = 'none' | 'minor' | 'major' | 'critical';

/** Document 004 calls a low impact "maintenance", which no unplanned incident is; it is none. */
export function statusPageImpact(severity: IncidentSeverity): StatusPageImpact {
  return ({ critical: 'critical', high: 'major', medium: 'minor', low: 'none' } as const)[severity];
}
