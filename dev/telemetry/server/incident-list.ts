import type { IncidentSchedule, Occurrence } from '../engine/incidents';
import type { SystemModel, TimeMs } from '../model';

export interface ListedIncident {
  id: string;
  system: string;
  kind: string;
  service: string;
  title: string;
  alert?: string;
  on: boolean;
  occurrences: Occurrence[];
}

/** All incidents that can be started, with what happened so far. */
export function listIncidents(
  systems: readonly SystemModel[],
  schedule: IncidentSchedule,
  nowMs: TimeMs
): ListedIncident[] {
  const systemOf = new Map(systems.flatMap(({ id, incidents }) => incidents.map((incident) => [incident.id, id])));
  return schedule.all().map(({ model, occurrences }) => ({
    id: model.id,
    system: systemOf.get(model.id) ?? '',
    kind: model.kind,
    service: model.service,
    title: model.title,
    alert: model.alert,
    on: schedule.isOn(model.id, nowMs),
    occurrences: occurrences.filter(({ startMs }) => startMs <= nowMs),
  }));
}
