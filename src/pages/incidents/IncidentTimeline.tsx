import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type IconName } from '@grafana/data';
import { Button, Icon, Input, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { withEntry } from '../../domain/incidents/draft';
import { utc } from '../../domain/incidents/markup';
import { type IncidentDraft, type TimelineKind } from '../../domain/incidents/types';
import { Section } from './Section';
import { viewerName } from './viewer';

interface Props {
  draft: IncidentDraft;
  onChange: (draft: IncidentDraft) => void;
}

const ICONS: Readonly<Record<TimelineKind, IconName>> = {
  alert: 'bell',
  deploy: 'rocket',
  status: 'arrow-right',
  assignment: 'user',
  finding: 'search',
  suggestion: 'star',
  action: 'bolt',
  note: 'comment-alt',
};

/** What happened, oldest first. It is only added to. */
export function IncidentTimeline({ draft, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const [note, setNote] = useState('');
  const add = () => {
    if (note.trim()) {
      onChange(withEntry(draft, { atMs: Date.now(), by: viewerName(), kind: 'note', text: note.trim() }));
      setNote('');
    }
  };
  return (
    <Section title="Timeline">
      <ol className={styles.timeline}>
        {draft.timeline.map(({ atMs, kind, text, by }, index) => (
          <li key={index} className={styles.entry}>
            <time dateTime={new Date(atMs).toISOString()} title={utc(atMs)} className={styles.time}>
              {dateTimeFormat(atMs, { format: 'MMM DD HH:mm:ss' })}
            </time>
            <Icon name={ICONS[kind]} title={kind} className={styles.icon} />
            <span className={styles.text}>
              {text}
              {by && <span className={styles.by}> · {by}</span>}
            </span>
          </li>
        ))}
      </ol>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Input
          aria-label="Note for the timeline"
          placeholder="What was seen or done"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" variant="secondary" disabled={!note.trim()}>
          Add note
        </Button>
      </form>
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  timeline: css({ listStyle: 'none' }),
  entry: css({
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  time: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
  icon: css({ flexShrink: 0, width: 16, marginTop: 3, color: theme.colors.text.secondary }),
  text: css({ overflowWrap: 'anywhere', minWidth: 0 }),
  by: css({ color: theme.colors.text.secondary }),
  form: css({ display: 'flex', gap: theme.spacing(1) }),
});
