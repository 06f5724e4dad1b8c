import { useEffect, useRef } from 'react';
import { PAGE_START } from '../app/useFocusAfterNavigation';

/**
 * Where the keyboard goes on when a page opens: a link that was followed is gone with its page, and the focus with it.
 * Leaves a focus alone that is somewhere.
 */
export function useStartOfPage<T extends HTMLElement>() {
  const start = useRef<T>(null);
  useEffect(() => {
    // The page that was left may still be there.
    const frame = requestAnimationFrame(() => {
      const { activeElement } = document;
      if (activeElement === document.body || activeElement?.id === PAGE_START) {
        start.current?.focus({ preventScroll: true });
      }
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return start;
}
