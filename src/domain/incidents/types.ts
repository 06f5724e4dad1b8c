import { type Alert } from '../alerts/types';

/** A service of a system, as the catalog names both. */
export interface ServiceRef {
  system: string;
  service: string;
}

/** Alerts that are likely one incident. */
export interface AlertGroup {
  /** Stable while its oldest alert goes on: made of that alert's rule, labels and start. */
  id: string;
  /** Oldest first. */
  alerts: readonly Alert[];
  /** Unix milliseconds; null when no alert says since when. */
  startedAtMs: number | null;
  services: readonly ServiceRef[];
  /** The service that the others depend on; absent when no service is known. */
  suspect?: ServiceRef | undefined;
  /** Why these belong together and why the suspect is one, in a sentence. */
  reason: string;
}

/** How bad an incident is; ordered from mild to severe. Source: document 004, incident management. */
export const INCIDENT_SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type IncidentSeverity = (typeof INCIDENT_SEVERITIES)[number];

/** How far an incident is; its usual way is from left to right, and from anywhere back to the start. */
export const INCIDENT_STATUSES = ['open', 'investigating', 'identified', 'monitoring', 'resolved'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

/** One thing that happened. The timeline is only ever added to. */
export interface TimelineEntry {
  /** Unix milliseconds. */
  atMs: number;
  kind: TimelineKind;
  text: string;
  /** Who did it, where it was somebody. */
  by?: string | undefined;
  /** The status that was reached. */
  status?: IncidentStatus | undefined;
  /** Key of the suggested remedy that was carried out. */
  remedy?: string | undefined;
}

export const TIMELINE_KINDS = [
  'alert',
  'deploy',
  'status',
  'assignment',
  'finding',
  'suggestion',
  'action',
  'note',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** An alert of an incident, as far as it has to be known when it is over. */
export interface IncidentAlert {
  /** See `alertId`. */
  id: string;
  name: string;
  severity?: string | undefined;
  labels: Readonly<Record<string, string>>;
  /** Unix milliseconds; null when the source did not say. */
  startedAtMs: number | null;
  /** When it was seen to be over. */
  endedAtMs?: number | undefined;
}

/** What was written into Grafana, and when; so that nobody does it twice. */
export interface WrittenAnnotation {
  id: number;
  atMs: number;
  /** It covers the incident from beginning to end. */
  isWhole: boolean;
}

/** An incident as one person writes it down; there is no backend that others would see it in. */
export interface IncidentDraft {
  id: string;
  title: string;
  description: string;
  severity: IncidentSeverity;
  status: IncidentStatus;
  affectedServices: readonly ServiceRef[];
  createdAtMs: number;
  updatedAtMs: number;
  assignedTo?: string | undefined;
  /** What users notice, in the words of whoever wrote it down or as it was measured. */
  impact?: string | undefined;
  /** Oldest first; empty in drafts of earlier versions. */
  alerts: readonly IncidentAlert[];
  annotation?: WrittenAnnotation | undefined;
  timeline: readonly TimelineEntry[];
}
