import { renderMarkdown } from '@grafana/data';
import { RenderUserContentAsHTML } from '@grafana/ui';
import { useMemo } from 'react';

/** Markdown that somebody wrote: Grafana's renderer and sanitiser take out scripts, handlers and unsafe links. */
export function UserMarkdown({ text, className }: { text: string; className?: string }) {
  const html = useMemo(() => renderMarkdown(text), [text]);
  return <RenderUserContentAsHTML component="div" className={className} content={html} />;
}
