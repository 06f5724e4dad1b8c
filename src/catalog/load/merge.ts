import { type SystemPatch } from '../schema/system';
import { type System } from '../types';

interface Identified {
  id: string;
}

/** Entries of `added` stand after those of `base`; one with a known id takes the place of the old one. */
function mergeById<T extends Identified>(base: readonly T[] = [], added: readonly T[] = []): readonly T[] {
  const replaced = new Map(added.map((entry) => [entry.id, entry]));
  const kept = base.map((entry) => replaced.get(entry.id) ?? entry);
  const baseIds = new Set(base.map(({ id }) => id));
  return [...kept, ...added.filter(({ id }) => !baseIds.has(id))];
}

function extend(base: System, patch: Extract<SystemPatch, { mode: 'extend' }>): System {
  return {
    ...base,
    name: patch.name ?? base.name,
    description: patch.description ?? base.description,
    teams: mergeById(base.teams, patch.teams),
    tiers: mergeById(base.tiers, patch.tiers),
    tiering: patch.tiering ?? base.tiering,
    services: mergeById(base.services, patch.services),
    signals: { ...base.signals, ...patch.signals },
    boards: mergeById(base.boards, patch.boards),
    slos: mergeById(base.slos, patch.slos),
    maintenance: mergeById(base.maintenance, patch.maintenance),
    alerts: mergeById(base.alerts, patch.alerts),
    alertGroups: mergeById(base.alertGroups, patch.alertGroups),
    recordings: mergeById(base.recordings, patch.recordings),
    routing: patch.routing ?? base.routing,
    leadership: patch.leadership ?? base.leadership,
    recoveryTargetMinutes: patch.recoveryTargetMinutes ?? base.recoveryTargetMinutes,
    logSchemas: mergeById(base.logSchemas, patch.logSchemas),
    filterLabels: { ...base.filterLabels, ...patch.filterLabels },
    // They have no ids: a patch that names some names all.
    versions: patch.versions ?? base.versions,
    runbooks: mergeById(base.runbooks, patch.runbooks),
    stack: patch.stack ?? base.stack,
  };
}

/** The systems after a user's changes; the order of the packs is kept and new systems follow. */
export function applyPatches(systems: readonly System[], patches: readonly SystemPatch[]): System[] {
  return patches.reduce<System[]>(
    (current, patch) => {
      const others = current.filter(({ id }) => id !== patch.id);
      if (patch.mode === 'remove') {
        return others;
      }
      const index = current.findIndex(({ id }) => id === patch.id);
      const base = current[index];
      const next = patch.mode === 'extend' ? extend(base ?? emptySystem(patch.id), patch) : withoutMode(patch);
      return base ? current.map((system, at) => (at === index ? next : system)) : [...current, next];
    },
    [...systems]
  );
}

function withoutMode({ mode: _mode, ...system }: Extract<SystemPatch, { mode: 'replace' }>): System {
  return system;
}

function emptySystem(id: string): System {
  return { id, name: id, teams: [], services: [] };
}
