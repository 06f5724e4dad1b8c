import { useRef } from 'react';

/** What was drawn last, for those who have waited for an answer meanwhile: nothing that was written since is lost. */
export function useLatest<T>(value: T) {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
