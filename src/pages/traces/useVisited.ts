import { useCallback, useMemo } from 'react';
import { useStored } from '../../components/useStored';

const KEY = 'visited-traces';
const MOST_IDS = 300;

/** The traces that the user has opened, the latest first; kept in the user's storage. */
export function useVisited(): { isVisited: (traceId: string) => boolean; visit: (traceId: string) => void } {
  const { value, isRead, save } = useStored(KEY, readIds);
  const visited = useMemo(() => new Set(value), [value]);
  const isVisited = useCallback((traceId: string) => visited.has(traceId), [visited]);
  const visit = useCallback(
    (traceId: string) => {
      if (isRead && !visited.has(traceId)) {
        save([traceId, ...visited].slice(0, MOST_IDS));
      }
    },
    [isRead, visited, save]
  );
  return { isVisited, visit };
}

function readIds(stored: unknown): string[] | undefined {
  return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : undefined;
}
