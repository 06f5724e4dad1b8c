import { type Silence, silencer } from '../alerts/silences';
import { type Alert } from '../alerts/types';
import { byAlertUrgency, severityRank } from '../alerts/urgency';
import { type AlertPlaces, groupAlerts } from './groupAlerts';
import { type AlertGroup } from './types';

/** An alert that nobody is notified of, and why. */
export interface SilencedAlert {
  alert: Alert;
  silence: Silence;
}

/** Alerts by what they ask of the person on call. */
export interface OnCall {
  /** What fires, in groups, most urgent first. */
  groups: readonly AlertGroup[];
  /** What will fire when it goes on. */
  pending: readonly Alert[];
  /** Rules that could not be evaluated or found nothing: neither trouble nor health. */
  unknown: readonly Alert[];
  silenced: readonly SilencedAlert[];
}

/** Sorts the active alerts of this moment into what has to be done about them. */
export function onCall(
  alerts: readonly Alert[],
  silences: readonly Silence[],
  places: AlertPlaces,
  nowMs: number
): OnCall {
  const silenced: SilencedAlert[] = [];
  const loud: Alert[] = [];
  const silenceOf = silencer(silences, nowMs);
  for (const alert of [...alerts].sort(byAlertUrgency)) {
    const silence = silenceOf(alert);
    if (silence) {
      silenced.push({ alert, silence });
    } else {
      loud.push(alert);
    }
  }
  const inState = (wanted: Alert['state']) => loud.filter(({ state }) => state === wanted);
  return {
    groups: byGroupUrgency(groupAlerts(inState('firing'), places)),
    pending: inState('pending'),
    unknown: inState('unknown'),
    silenced,
  };
}

/** The severity of the worst alert of a group, in the words of its rule. */
export function groupSeverity({ alerts }: AlertGroup): string | undefined {
  return alerts.reduce<Alert | undefined>(
    (worst, alert) => (worst && severityRank(worst.severity) <= severityRank(alert.severity) ? worst : alert),
    undefined
  )?.severity;
}

/** Severe before mild; then what began last, as somebody may have been paged for it this minute. */
function byGroupUrgency(groups: readonly AlertGroup[]): AlertGroup[] {
  return groups
    .map((group) => ({ group, rank: severityRank(groupSeverity(group)) }))
    .sort((a, b) => a.rank - b.rank || (b.group.startedAtMs ?? 0) - (a.group.startedAtMs ?? 0))
    .map(({ group }) => group);
}
