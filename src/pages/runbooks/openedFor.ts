import { type System } from '../../catalog/types';
import { type Alert } from '../../domain/alerts/types';
import { type Opened } from '../../domain/runbook/address';
import { type Runbook } from '../../domain/runbook/types';

/** What is known about the alert that a runbook was opened for. */
export interface OpenedFor {
  name: string | undefined;
  /** When it began, as the link or the alert says; Unix milliseconds. */
  startMs: number | undefined;
  /** The alert itself while it is active. */
  active: Alert | undefined;
  /** False until it is known which alerts are active. */
  isKnown: boolean;
  /** Active alerts of this runbook, when it was not opened for one. */
  others: readonly Alert[];
  nowMs: number;
}

/** Finds the alert of a link among the active ones: the same name, and no label that says something else. */
export function openedFor(
  runbook: Runbook,
  system: System,
  opened: Opened,
  alerts: readonly Alert[] | undefined,
  nowMs: number
): OpenedFor {
  const own = new Set(runbook.alerts.map((id) => system.alerts?.find((alert) => alert.id === id)?.name));
  const ofSystem = (alerts ?? []).filter(({ labels }) => (labels['system'] ?? system.id) === system.id);
  // Also alerts that no catalog entry lists may lead here: those on the budget of an objective.
  const active = ofSystem.find(
    ({ name, labels }) =>
      name === opened.alert &&
      Object.entries(opened.labels).every(([label, value]) => labels[label] === undefined || labels[label] === value)
  );
  return {
    name: opened.alert,
    startMs: opened.startMs ?? active?.activeAtMs ?? undefined,
    active,
    isKnown: alerts !== undefined,
    others: opened.alert === undefined ? ofSystem.filter(({ name }) => own.has(name)) : [],
    nowMs,
  };
}
