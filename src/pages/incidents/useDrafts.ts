import { useStored } from '../../components/useStored';
import { type Drafts, parseDrafts } from '../../domain/incidents/parseDrafts';
import { type IncidentDraft } from '../../domain/incidents/types';

/** The viewer's drafts, by the id of the group that began them. */
export function useDrafts() {
  const { value = NONE, isRead, save, isUnsaved } = useStored<Drafts>('incidents', parseDrafts);
  return {
    drafts: value,
    isRead,
    isUnsaved,
    put: (groupId: string, draft: IncidentDraft) => save({ ...value, [groupId]: draft }),
    remove: (groupId: string) => save(Object.fromEntries(Object.entries(value).filter(([id]) => id !== groupId))),
  };
}

const NONE: Drafts = {};
