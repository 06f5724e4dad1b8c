import type { ScheduledIncident } from '../engine/incidents';
import type { SystemModel, TimeMs } from '../model';
import type { ManifestIncident } from '../store/files';
import type { FlatTrace } from '../traffic/flatten';

/** Enough to click through; an error burst has hundreds. */
const MAX_TRACE_IDS = 50;

/** Trace ids that suffered, by incident and in order of time. */
export class IncidentTraces {
  private readonly traces = new Map<string, Array<{ traceId: string; tMs: TimeMs }>>();

  add(traces: readonly FlatTrace[]): void {
    for (const { traceId, incidents, spans } of traces) {
      for (const id of incidents) {
        const known = this.traces.get(id) ?? [];
        known.push({ traceId, tMs: spans[0]!.startMs });
        this.traces.set(id, known);
      }
    }
  }

  between(id: string, fromMs: TimeMs, toMs: TimeMs): string[] {
    return (this.traces.get(id) ?? [])
      .filter(({ tMs }) => tMs >= fromMs && tMs <= toMs)
      .slice(0, MAX_TRACE_IDS)
      .map(({ traceId }) => traceId);
  }
}

/** All occurrences up to `toMs`, oldest first, with the traces that suffered in them. */
export function manifestIncidents(
  systems: readonly SystemModel[],
  scheduled: readonly ScheduledIncident[],
  traces: IncidentTraces,
  toMs: TimeMs
): ManifestIncident[] {
  const systemOf = new Map(systems.flatMap(({ id, incidents }) => incidents.map((incident) => [incident.id, id])));
  return scheduled
    .flatMap(({ model, occurrences }) =>
      occurrences
        .filter(({ startMs }) => startMs <= toMs)
        .map(({ startMs, endMs }) => ({
          id: model.id,
          system: systemOf.get(model.id) ?? '',
          kind: model.kind,
          service: model.service,
          title: model.title,
          startMs,
          endMs: endMs !== undefined && endMs <= toMs ? endMs : null,
          traceIds: traces.between(model.id, startMs, (endMs ?? toMs) + (model.rampMs ?? 0)),
          ...(model.alert ? { alert: model.alert } : {}),
          ...(model.alsoAlerts ? { alsoAlerts: [...model.alsoAlerts] } : {}),
        }))
    )
    .sort((a, b) => a.startMs - b.startMs);
}
