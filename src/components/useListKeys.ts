import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';

const OVERSCAN_ROWS = 12;
const PAGE_ROWS = 12;

interface Options {
  count: number;
  /** Of a row that is not opened. */
  rowHeightPx: number;
  /** Of what stays in view above the rows. */
  headerHeightPx?: number;
  /** The row that was chosen elsewhere; it is scrolled to when it changes. */
  chosen?: number;
  /** What stays a row's own when rows are put before it; its index when absent. */
  keyOf?: (index: number) => string;
  onChoose: (index: number) => void;
  /** Keys of its own; true when it took one. May move the active row. */
  onKey?: (key: string, active: number, moveTo: (index: number) => void) => boolean;
}

/** A long list of which only the rows in view exist, and in which the keyboard moves about. */
export function useListKeys({ count, rowHeightPx, headerHeightPx = 0, chosen = -1, keyOf, onChoose, onKey }: Options) {
  const scrollRef = useRef<HTMLDivElement>(null);
  const id = useId();
  const [active, setActive] = useState(Math.max(0, chosen));
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowHeightPx,
    overscan: OVERSCAN_ROWS,
    scrollPaddingEnd: headerHeightPx,
    ...(keyOf && { getItemKey: keyOf }),
  });
  useEffect(() => {
    if (chosen >= 0) {
      setActive(chosen);
      virtual.scrollToIndex(chosen, { align: 'auto' });
    }
    // Only a new choice scrolls, not every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [chosen, count === 0]);
  const moveTo = (index: number) => {
    const next = Math.min(count - 1, Math.max(0, index));
    setActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const current = Math.min(active, count - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const presses = event.key === 'Enter' || event.key === ' ';
    // Links and buttons in a row are pressed themselves.
    if (presses && event.target !== event.currentTarget) {
      return;
    }
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + PAGE_ROWS,
      PageUp: current - PAGE_ROWS,
      Home: 0,
      End: count - 1,
    };
    const target = steps[event.key];
    if (target !== undefined) {
      moveTo(target);
    } else if (presses) {
      onChoose(current);
    } else if (!onKey?.(event.key, current, moveTo)) {
      return;
    }
    event.preventDefault();
  };
  const rowId = (index: number) => `${id}-${index}`;
  return {
    virtual,
    scrollRef,
    active: current,
    setActive,
    rowId,
    containerProps: {
      ref: scrollRef,
      tabIndex: 0,
      onKeyDown,
      'aria-activedescendant': count > 0 ? rowId(current) : undefined,
    },
  };
}
