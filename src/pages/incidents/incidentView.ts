import { alertPlaces } from '../../catalog/alertPlaces';
import { incidentLeadership, incidentReceivers, incidentResponders, isPublicService } from '../../catalog/incidents';
import { calledRunbooks, type CalledRunbook, remediesOf, type Remedy } from '../../catalog/remedies';
import { type Responder, responderInWords } from '../../catalog/responders';
import { type System } from '../../catalog/types';
import { type Receiver } from '../../domain/alerts/routing/types';
import { utc } from '../../domain/incidents/markup';
import { type TextContext } from '../../domain/incidents/texts';
import { type IncidentDraft } from '../../domain/incidents/types';

/** What the catalog knows about an incident. */
export interface IncidentView {
  systems: readonly System[];
  runbooks: readonly CalledRunbook[];
  remedies: readonly Remedy[];
  responders: readonly Responder[];
  receivers: readonly Receiver[];
  leadership: readonly string[];
  isPublic: boolean;
  /** For texts to copy. */
  textContext: (url: string | undefined) => TextContext;
}

/** Looks an incident up in the catalog. */
export function incidentView(draft: IncidentDraft, systems: readonly System[], nowMs: number): IncidentView {
  const runbooks = calledRunbooks(draft.alerts, systems);
  const remedies = remediesOf(runbooks);
  const responders = incidentResponders(draft, systems, nowMs);
  const done = new Set(draft.timeline.map(({ remedy }) => remedy));
  const isPublic: TextContext['isPublic'] = (service) => isPublicService(service, systems);
  return {
    systems,
    runbooks,
    remedies,
    responders,
    receivers: incidentReceivers(draft, systems),
    leadership: incidentLeadership(draft, systems),
    isPublic: draft.affectedServices.some(isPublic),
    textContext: (url) => ({
      nameOf: alertPlaces(systems).nameOf,
      isPublic,
      onCall: responders.map((responder) => responderInWords(responder, utc)),
      remedies: remedies.filter(({ key }) => !done.has(key)).map(({ title }) => title),
      url,
      nowMs: Date.now(),
    }),
  };
}
