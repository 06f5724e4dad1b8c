import { PanelPlugin, renderTextPanelMarkdown, type PanelProps } from '@grafana/data';
import { RenderUserContentAsHTML, ScrollContainer } from '@grafana/ui';

import { declareOptions } from './options';

interface TextOptions {
  mode: 'markdown' | 'html' | 'code';
  content: string;
}

function TextPanel({ options, replaceVariables }: PanelProps<TextOptions>) {
  const text = replaceVariables(options.content, {}, options.mode === 'code' ? undefined : 'html');
  if (options.mode === 'code') {
    return <pre>{text}</pre>;
  }
  return (
    <ScrollContainer>
      <RenderUserContentAsHTML className="markdown-html" content={renderTextPanelMarkdown(text)} />
    </ScrollContainer>
  );
}

/** "text": markdown, sanitized. */
export function textPanel(): PanelPlugin {
  return new PanelPlugin<TextOptions>(TextPanel).setPanelOptions(
    declareOptions({ mode: 'markdown', content: '' })
  ) as PanelPlugin;
}
