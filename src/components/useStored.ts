import { usePluginUserStorage } from '@grafana/runtime';
import { useCallback, useEffect, useState } from 'react';

/** A value that is kept for this user: in Grafana for those who are signed in, else in the browser. */
export interface Stored<T> {
  /** `undefined` until it was read, and when there is none. */
  value: T | undefined;
  isRead: boolean;
  /** Changes what is shown at once and stores it. */
  save: (value: T) => void;
  /** It is shown, and would be lost with the page: storing failed. */
  isUnsaved: boolean;
}

/** What is on its way to the storage, by key: a page that is opened meanwhile has to see it. */
const underWay = new Map<string, string>();

/**
 * Reads and keeps a value of the user.
 * @param parse checks what is stored, which may be of an older version or damaged; `undefined` drops it.
 */
export function useStored<T>(key: string, parse: (stored: unknown) => T | undefined): Stored<T> {
  const storage = usePluginUserStorage();
  const [state, setState] = useState<{ key?: string; value?: T; isUnsaved: boolean }>({ isUnsaved: false });
  useEffect(() => {
    let isWanted = true;
    const kept = underWay.get(key);
    (kept === undefined ? storage.getItem(key) : Promise.resolve(kept)).then(
      (text) => isWanted && setState({ key, value: parse(fromText(text)), isUnsaved: false }),
      () => isWanted && setState({ key, isUnsaved: false })
    );
    return () => {
      isWanted = false;
    };
    // The storage is another object with each drawing and always the same one underneath.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  const save = useCallback(
    (value: T) => {
      setState({ key, value, isUnsaved: false });
      const text = JSON.stringify(value);
      underWay.set(key, text);
      storage
        .setItem(key, text)
        // What its server refuses Grafana puts into the browser without a word, and does not look for it there.
        .then(() => storage.getItem(key))
        .catch(() => null)
        .then((kept) => {
          if (underWay.get(key) === text) {
            underWay.delete(key);
            setState({ key, value, isUnsaved: kept !== text });
          }
        });
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [key]
  );
  const isRead = state.key === key;
  return { value: isRead ? state.value : undefined, isRead, save, isUnsaved: state.isUnsaved };
}

function fromText(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
