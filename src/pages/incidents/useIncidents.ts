import { useEffect, useMemo } from 'react';
import { useStored } from '../../components/useStored';
import { type AlertsNow, alertsNow, withAlertsNow } from '../../domain/incidents/joinAlerts';
import { keepDraft } from '../../domain/incidents/listing';
import { type Drafts, parseDrafts } from '../../domain/incidents/parseDrafts';
import { type IncidentDraft } from '../../domain/incidents/types';
import { type OnCallNow } from '../../scenes/oncall/OnCallAlerts';

/** The incidents that the viewer keeps, and what may be done with them. */
export interface Incidents {
  /** By the id of the group that began them. */
  drafts: Drafts;
  isRead: boolean;
  /** The last change is shown, and would be lost with the page. */
  isUnsaved: boolean;
  put: (key: string, draft: IncidentDraft) => void;
  remove: (key: string) => void;
  /** The alerts of this moment; undefined until they are known. */
  now: AlertsNow | undefined;
}

const NONE: Drafts = {};

/** Reads the kept incidents, and writes down what became of their alerts while somebody looks. */
export function useIncidents(live: OnCallNow | undefined): Incidents {
  const { value: drafts = NONE, isRead, save, isUnsaved } = useStored<Drafts>('incidents', parseDrafts);
  const now = useMemo(
    () => live && alertsNow(live.groups, live.alerts, { isComplete: live.unread.length === 0, atMs: live.askedAtMs }),
    [live]
  );
  useEffect(() => {
    const entries = Object.entries(drafts);
    const next = now ? entries.map(([key, draft]) => [key, withAlertsNow(key, draft, now)] as const) : entries;
    if (next.some(([key, draft]) => draft !== drafts[key])) {
      save(Object.fromEntries(next));
    }
  }, [now, drafts, save]);
  return {
    drafts,
    isRead,
    isUnsaved,
    put: (key, draft) => save(keepDraft(drafts, key, draft)),
    remove: (key) => save(Object.fromEntries(Object.entries(drafts).filter(([id]) => id !== key))),
    now,
  };
}
