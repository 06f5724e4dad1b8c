import { calledRunbooks, remediesOf } from '../../catalog/remedies';
import { type System } from '../../catalog/types';
import { draftOfGroup, incidentAlert } from '../../domain/incidents/draft';
import { type AlertGroup, type IncidentDraft } from '../../domain/incidents/types';

/** The incident that a group of alerts begins, with what their runbooks suggest. */
export function newDraft(group: AlertGroup, systems: readonly System[], nowMs: number): IncidentDraft {
  const remedies = remediesOf(calledRunbooks(group.alerts.map(incidentAlert), systems));
  return draftOfGroup(
    group,
    nowMs,
    remedies.map(({ title }) => title)
  );
}
