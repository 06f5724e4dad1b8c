import { locationService } from '@grafana/runtime';
import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { useStored } from '../../components/useStored';
import { type Opened, openedQuery, RUN_URL_KEY } from '../../domain/runbook/address';
import {
  decodeProgress,
  encodeProgress,
  NO_PROGRESS,
  type Progress,
  readProgress,
} from '../../domain/runbook/progress';

/** URL key of what was done with a runbook. */
export const PROGRESS_URL_KEY = 'progress';
/** Longer addresses are cut off by servers and chats. */
const LONGEST_IN_URL = 6000;

/** What was done with a runbook: the link's, else what this user did before. Kept in both. */
export function useProgress(system: string, runbook: string, opened: Opened) {
  const { search } = useLocation();
  const inUrl = new URLSearchParams(search).get(PROGRESS_URL_KEY);
  const linked = useMemo(() => (inUrl === null ? undefined : decodeProgress(inUrl)), [inUrl]);
  const stored = useStored(`runbook ${system}/${runbook} ${openedQuery(opened)}`, readProgress);
  const progress = linked ?? stored.value ?? NO_PROGRESS;
  const save = (next: Progress) => {
    const text = encodeProgress(next);
    // Without its notes it still says how far one is.
    const kept = text.length > LONGEST_IN_URL ? encodeProgress({ ...next, notes: [] }) : text;
    locationService.partial({ [PROGRESS_URL_KEY]: kept, [RUN_URL_KEY]: null }, true);
    stored.save(next);
  };
  return { progress, isRead: linked !== undefined || stored.isRead, isUnsaved: stored.isUnsaved, save };
}
