import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Badge, ClipboardButton, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { draftToText } from '../../domain/incidents/shareLink';
import { statusPageText, type TextContext, warRoomSummary } from '../../domain/incidents/texts';
import { type IncidentDraft } from '../../domain/incidents/types';
import { SHARED_DRAFT } from './sharedDraft';

interface Props {
  draft: IncidentDraft;
  nameOf: TextContext['nameOf'];
}

/** What to paste where. */
export function IncidentTexts({ draft, nameOf }: Props) {
  const styles = useStyles2(getStyles);
  const [shown, setShown] = useState<string>();
  const context = () => ({ nameOf, nowMs: Date.now(), url: shareUrl(draft) });
  const texts: ReadonlyArray<readonly [title: string, text: () => string]> = [
    ['Slack summary', () => warRoomSummary(draft, context(), 'slack')],
    ['Markdown summary', () => warRoomSummary(draft, context(), 'markdown')],
    ['Status page text', () => statusPageText(draft, context())],
  ];
  return (
    <section aria-label="Copy">
      <h3 className={styles.title}>Copy</h3>
      <div className={styles.buttons}>
        {texts.map(([title, text]) => (
          <ClipboardButton
            key={title}
            size="sm"
            variant="secondary"
            icon="copy"
            getText={text}
            onClipboardCopy={setShown}
          >
            {title}
          </ClipboardButton>
        ))}
        {shareUrl(draft) ? (
          <ClipboardButton size="sm" variant="secondary" icon="share-alt" getText={() => shareUrl(draft) ?? ''}>
            Link with this draft
          </ClipboardButton>
        ) : (
          <Badge color="orange" text="Too long for a link: share the Markdown" />
        )}
      </div>
      {shown && (
        <pre className={styles.text} aria-label="What was copied">
          {shown}
        </pre>
      )}
    </section>
  );
}

/** This page with the draft in its address, so that somebody else sees the same. */
function shareUrl(draft: IncidentDraft): string | undefined {
  const text = draftToText(draft);
  if (text === undefined) {
    return undefined;
  }
  const url = new URL(window.location.href);
  url.searchParams.set(SHARED_DRAFT, text);
  return url.toString();
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ ...theme.typography.h5 }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  text: css({ marginTop: theme.spacing(1), whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
});
