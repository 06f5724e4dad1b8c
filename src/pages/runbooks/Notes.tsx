import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, TextArea, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { type LiveRunbook } from './useRunbook';

/** Notes of the person on call; they become part of the timeline. */
export function Notes({ live: { progress, save, isUnsaved } }: { live: LiveRunbook }) {
  const styles = useStyles2(getStyles);
  const [text, setText] = useState('');
  const add = () => {
    save({ ...progress, notes: [...progress.notes, { atMs: Date.now(), text: text.trim() }] });
    setText('');
  };
  return (
    <section aria-labelledby="runbook-notes" className={styles.notes} data-print="no">
      <h2 id="runbook-notes" className={styles.title}>
        Note
      </h2>
      <TextArea
        aria-labelledby="runbook-notes"
        placeholder="What you saw, did or decided"
        value={text}
        maxLength={2000}
        rows={3}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button size="sm" variant="secondary" disabled={text.trim() === ''} onClick={add}>
          Add to the timeline
        </Button>
      </div>
      {isUnsaved && <p role="status">Grafana did not store this; it is in the link of this page only.</p>}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  notes: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  title: css({ ...theme.typography.h4, marginBottom: 0 }),
});
