import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type FoundLine } from './foundLines';
import { LINE_ROW_HEIGHT_PX } from './lineColumns';

interface Options {
  lines: readonly FoundLine[];
  scrollRef: RefObject<HTMLElement | null>;
  /** The lines that were there are so many places further down. */
  onMoved: (by: number) => void;
}

/**
 * Keeps what is read where it is when new lines come above it.
 * @returns how many came above since the reader has left the top.
 */
export function useKeptInView({ lines, scrollRef, onMoved }: Options): number {
  const first = useRef(lines[0]?.id);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const scroll = scrollRef.current;
    const moved = lines.findIndex(({ id }) => id === first.current);
    first.current = lines[0]?.id;
    if (moved > 0) {
      onMoved(moved);
      if (scroll && scroll.scrollTop > 0) {
        scroll.scrollTop += moved * LINE_ROW_HEIGHT_PX;
        setAbove((count) => count + moved);
      }
    }
    // Only other lines move anything.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [lines]);
  useEffect(() => {
    const scroll = scrollRef.current;
    const onScroll = () => scroll && scroll.scrollTop < LINE_ROW_HEIGHT_PX && setAbove(0);
    scroll?.addEventListener('scroll', onScroll, { passive: true });
    return () => scroll?.removeEventListener('scroll', onScroll);
  }, [scrollRef]);
  return above;
}
