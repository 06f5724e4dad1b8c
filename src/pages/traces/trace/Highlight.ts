import { createContext, useContext, useSyncExternalStore } from 'react';

/** What the pointer is on: a span, and the log line if it is on one. Kept outside of React: it changes all the time. */
export class Highlight {
  private node: number | undefined;
  private line: string | undefined;
  private readonly listeners = new Set<() => void>();

  set = (node: number | undefined, line?: string) => {
    if (node !== this.node || line !== this.line) {
      this.node = node;
      this.line = line;
      this.listeners.forEach((listener) => listener());
    }
  };

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  isOnNode = (node: number | undefined) => node !== undefined && this.node === node;
  isOnLine = (line: string) => this.line === line;
}

export const HighlightContext = createContext(new Highlight());

/** Whether the pointer is on a span or on one of its lines. */
export function useNodeHighlight(node: number | undefined): boolean {
  const highlight = useContext(HighlightContext);
  return useSyncExternalStore(highlight.subscribe, () => highlight.isOnNode(node));
}

/** Whether the pointer is on a line or on the mark that stands for it. */
export function useLineHighlight(line: string): boolean {
  const highlight = useContext(HighlightContext);
  return useSyncExternalStore(highlight.subscribe, () => highlight.isOnLine(line));
}
