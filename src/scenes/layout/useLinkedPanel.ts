import { locationService } from '@grafana/runtime';
import { useEffect, useState } from 'react';
import { PANEL_URL_KEY } from '../panel/copyLink';

// Panels above it take their height when they have their data: the place is held until the page rests.
const HOLD_MS = 3_000;

/**
 * Brings the panel that a link names into view when the page is opened, and keeps it there until the page has settled
 * or the reader moves.
 * @param key the panel's name; its element carries it as `data-testid`.
 * @returns whether the link names this panel.
 */
export function useLinkedPanel(key: string | undefined): boolean {
  // Only the link that the page was opened with counts.
  const [isLinked] = useState(() => key !== undefined && locationService.getSearch().get(PANEL_URL_KEY) === key);
  useEffect(() => (isLinked && key !== undefined ? holdInView(key) : undefined), [isLinked, key]);
  return isLinked;
}

function holdInView(key: string): () => void {
  const element = document.querySelector(`[data-testid="${CSS.escape(key)}"]`);
  const show = () => element?.scrollIntoView({ block: 'center' });
  const observer = new ResizeObserver(show);
  const letGo = () => observer.disconnect();
  observer.observe(document.body);
  const page = element?.closest('section')?.parentElement;
  if (page) {
    observer.observe(page);
  }
  const timer = setTimeout(letGo, HOLD_MS);
  const moves = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;
  moves.forEach((move) => window.addEventListener(move, letGo, { once: true, passive: true }));
  show();
  return () => {
    clearTimeout(timer);
    letGo();
    moves.forEach((move) => window.removeEventListener(move, letGo));
  };
}
