import { useEffect, useState } from 'react';

/**
 * What `load` answers; `undefined` until it has.
 * @param load is called once, and again when `key` changes.
 * @throws (into the error boundary) what `load` rejects with.
 */
export function useLoaded<T>(load: () => Promise<T>, key?: unknown): T | undefined {
  const [outcome, setOutcome] = useState<{ value?: T; error?: unknown }>({});
  useEffect(() => {
    let isWanted = true;
    const settle = (next: typeof outcome) => isWanted && setOutcome(next);
    load().then(
      (value) => settle({ value }),
      (error: unknown) => settle({ error })
    );
    return () => {
      isWanted = false;
    };
    // `key` says when the answer is another one; `load` is a new function with each drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
  if (outcome.error) {
    throw outcome.error;
  }
  return outcome.value;
}
