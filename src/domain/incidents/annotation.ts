import { endedAtMs } from './times';
import { type IncidentDraft } from './types';

/** What is written into Grafana, so that its graphs show the incident. Times in Unix milliseconds. */
export interface IncidentAnnotation {
  timeMs: number;
  /** Of incidents that are over: the annotation is a region. */
  endMs?: number | undefined;
  text: string;
  tags: readonly string[];
}

export const INCIDENT_TAG = 'incident';

/** The annotation of an incident. Dashboards find it by the tag `incident`, by its severity, system and services. */
export function annotationOf(draft: IncidentDraft): IncidentAnnotation {
  const { createdAtMs, id, title, severity, affectedServices } = draft;
  return {
    timeMs: createdAtMs,
    endMs: endedAtMs(draft),
    // Grafana draws annotations as HTML: nothing in a title may be markup.
    text: `${id}: ${title}`.replace(/[<>]/g, ' '),
    tags: [
      ...new Set([
        INCIDENT_TAG,
        `severity:${severity}`,
        ...affectedServices.map(({ system }) => `system:${system}`),
        ...affectedServices.map(({ service }) => `service:${service}`),
      ]),
    ],
  };
}

/** Whether there is something to write: nothing has been yet, or the incident has ended since. */
export function mayAnnotate(draft: IncidentDraft): boolean {
  return draft.annotation === undefined || (!draft.annotation.isWhole && endedAtMs(draft) !== undefined);
}
