import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Badge, ClipboardButton, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { type Notice, noticesOf } from '../../domain/incidents/notices';
import { statusPageText, warRoom, warRoomSummary } from '../../domain/incidents/texts';
import { type IncidentDraft } from '../../domain/incidents/types';
import { type IncidentView } from './incidentView';
import { Section } from './Section';
import { pageAddress, shareAddress } from './sharedDraft';

interface Props {
  draft: IncidentDraft;
  view: IncidentView;
}

/** What to paste where. The app tells nobody by itself. */
export function Tell({ draft, view }: Props) {
  const styles = useStyles2(getStyles);
  const [shown, setShown] = useState<string>();
  const shared = shareAddress(draft);
  // Chat cuts a message of thousands of characters, and those who read there can open the page itself.
  const forChat = () => warRoomSummary(draft, view.textContext(pageAddress()), 'slack');
  const asMarkdown = () => warRoomSummary(draft, view.textContext(shared ?? pageAddress()), 'markdown');
  const copy = (title: string, getText: () => string) => (
    <ClipboardButton
      key={title}
      size="sm"
      variant="secondary"
      icon="copy"
      // The button shows a tick alone when it has copied.
      aria-label={title}
      getText={getText}
      onClipboardCopy={() => setShown(getText())}
    >
      {title}
    </ClipboardButton>
  );
  return (
    <Section title="Tell" aside={<span className={styles.faint}>nothing is sent from here</span>}>
      <div className={styles.buttons}>
        {copy('Slack summary', forChat)}
        {copy('Markdown summary', asMarkdown)}
        {view.isPublic && copy('Status page text', () => statusPageText(draft, view.textContext(undefined)))}
        {shared !== undefined ? (
          <ClipboardButton
            size="sm"
            variant="secondary"
            icon="share-alt"
            aria-label="Link with this draft"
            getText={() => shared}
          >
            Link with this draft
          </ClipboardButton>
        ) : (
          <Badge color="orange" text="Too long for a link: share the Markdown" />
        )}
      </div>
      <Notices draft={draft} view={view} copy={copy} />
      {draft.severity === 'critical' && <WarRoom draft={draft} copy={copy} />}
      {shown !== undefined && (
        <pre className={styles.text} aria-label="What was copied" role="region" tabIndex={0}>
          {shown}
        </pre>
      )}
    </Section>
  );
}

type Copy = (title: string, getText: () => string) => React.ReactNode;

/** Whom the routing names for this severity, with the words for each. */
function Notices({ draft, view, copy }: Props & { copy: Copy }) {
  const styles = useStyles2(getStyles);
  const notices = noticesOf(draft, view.receivers, view.leadership, view.textContext(pageAddress()));
  if (notices.length === 0) {
    return <p className={styles.faint}>The routing names nobody for a {draft.severity} incident.</p>;
  }
  return (
    <ul className={styles.list} aria-label="Who has to be told">
      {notices.map((notice) => (
        <li key={`${notice.tool} ${notice.to}`} className={styles.row}>
          <span className={styles.who}>
            {notice.tool} <span className={styles.faint}>{notice.to || 'event with this incident as its key'}</span>
          </span>
          {copy(`Copy for ${notice.tool}${notice.tool === 'Slack' ? ` ${notice.to}` : ''}`, () => textOf(notice))}
        </li>
      ))}
    </ul>
  );
}

function textOf({ tool, to, subject, text }: Notice): string {
  return tool === 'E-mail' ? `To: ${to}\nSubject: ${subject}\n\n${text}` : text;
}

function WarRoom({ draft, copy }: { draft: IncidentDraft; copy: Copy }) {
  const styles = useStyles2(getStyles);
  const { channel, purpose, members } = warRoom(draft);
  return (
    <div className={styles.row}>
      <span className={styles.who}>
        War room{' '}
        <span className={styles.faint}>
          #{channel}, with {members.join(' and ')}
        </span>
      </span>
      {copy('Copy channel', () => channel)}
      {copy('Copy purpose', () => purpose)}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  list: css({ listStyle: 'none', display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  who: css({ flex: '1 1 140px', minWidth: 0, overflowWrap: 'anywhere' }),
  faint: css({ color: theme.colors.text.secondary, margin: 0 }),
  text: css({ margin: 0, maxHeight: 360, overflow: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
});
