import { useEffect, useRef } from 'react';

/** Id of the mark. */
export const PAGE_START = 'watchkeeper-page-start';

/**
 * A mark before the page that takes the focus when a followed link is gone with its page: Tab then goes on in the new
 * page, not in the host's menu. A page that puts the focus somewhere itself keeps it there.
 */
export function useFocusAfterNavigation<T extends HTMLElement>(pathname: string) {
  const mark = useRef<T>(null);
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) {
      return undefined;
    }
    shown.current = pathname;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) {
        mark.current?.focus({ preventScroll: true });
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [pathname]);
  return mark;
}
