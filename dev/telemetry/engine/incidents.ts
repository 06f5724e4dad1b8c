import type { IncidentModel, TimeMs } from '../model';

const DEFAULT_RAMP_MS = 60_000;

/** One occurrence in absolute time. `endMs` undefined: it goes on. */
export interface Occurrence {
  startMs: TimeMs;
  endMs?: TimeMs;
}

export interface ScheduledIncident {
  model: IncidentModel;
  occurrences: Occurrence[];
}

/** Somebody started or ended an incident while the generator ran. */
export interface IncidentAction {
  id: string;
  action: 'start' | 'end';
  atMs: TimeMs;
}

/** When each incident was, is or will be on, in absolute time, with what was started and ended by hand. */
export class IncidentSchedule {
  private readonly byId = new Map<string, ScheduledIncident>();

  /** What was done by hand, oldest first. */
  readonly actions: IncidentAction[] = [];

  constructor(models: readonly IncidentModel[], anchorMs: TimeMs, actions: readonly IncidentAction[] = []) {
    for (const model of models) {
      if (this.byId.has(model.id)) {
        throw new Error(`Incident "${model.id}" is declared twice.`);
      }
      const occurrences = model.windows.map(({ startBeforeEndMs, durationMs }) => {
        const startMs = anchorMs - startBeforeEndMs;
        return durationMs === undefined ? { startMs } : { startMs, endMs: startMs + durationMs };
      });
      this.byId.set(model.id, { model, occurrences });
    }
    for (const { id, action, atMs } of actions) {
      if (this.byId.has(id)) {
        this[action](id, atMs);
      }
    }
  }

  all(): ScheduledIncident[] {
    return [...this.byId.values()];
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  /** Intensity 0..1. An occurrence rises over the ramp after its start and falls over the ramp after its end. */
  intensity(id: string, tMs: TimeMs): number {
    const { model, occurrences } = this.get(id);
    const rampMs = model.rampMs ?? DEFAULT_RAMP_MS;
    let strongest = 0;
    for (const { startMs, endMs } of occurrences) {
      if (tMs <= startMs || (endMs !== undefined && tMs >= endMs + rampMs)) {
        continue;
      }
      const topMs = endMs === undefined ? tMs : Math.min(tMs, endMs);
      const risen = Math.min(1, (topMs - startMs) / rampMs);
      const fallen = endMs === undefined || tMs <= endMs ? 0 : (tMs - endMs) / rampMs;
      strongest = Math.max(strongest, risen * (1 - fallen));
    }
    return strongest;
  }

  isOn(id: string, tMs: TimeMs): boolean {
    return this.get(id).occurrences.some(
      ({ startMs, endMs }) => startMs <= tMs && (endMs === undefined || tMs < endMs)
    );
  }

  /** Starts an occurrence; one that is already on stays as it is. */
  start(id: string, tMs: TimeMs): void {
    if (!this.isOn(id, tMs)) {
      this.get(id).occurrences.push({ startMs: tMs });
      this.actions.push({ id, action: 'start', atMs: tMs });
    }
  }

  /** Ends whatever is on, scheduled or started live. */
  end(id: string, tMs: TimeMs): void {
    const incident = this.get(id);
    if (!this.isOn(id, tMs)) {
      return;
    }
    this.actions.push({ id, action: 'end', atMs: tMs });
    incident.occurrences = incident.occurrences.map((occurrence) =>
      occurrence.startMs <= tMs && (occurrence.endMs === undefined || occurrence.endMs > tMs)
        ? { ...occurrence, endMs: tMs }
        : occurrence
    );
  }

  private get(id: string): ScheduledIncident {
    const incident = this.byId.get(id);
    if (!incident) {
      throw new Error(`Unknown incident "${id}". Known: ${[...this.byId.keys()].join(', ')}.`);
    }
    return incident;
  }
}
