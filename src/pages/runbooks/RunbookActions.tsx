import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { sceneGraph } from '@grafana/scenes';
import { Button, ClipboardButton, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { runbookMarkdown } from '../../domain/runbook/exportMarkdown';
import { copyText, panelLink } from '../../scenes/panel/copyLink';
import { useStartOfPage } from '../../components/useStartOfPage';
import { copyOf } from './copyOf';
import { ReviewDialog } from './ReviewDialog';
import { type RunbookView } from './RunbookView';
import { type LiveRunbook } from './useRunbook';

/** Run all checks, and take away what they found. */
export function RunbookActions({ live, model }: { live: LiveRunbook; model: RunbookView }) {
  const styles = useStyles2(getStyles);
  const [isReviewing, setReviewing] = useState(false);
  const { running } = live;
  const start = useStartOfPage<HTMLButtonElement>();
  const range = () => sceneGraph.getTimeRange(model).state.value;
  return (
    <div className={styles.actions}>
      {/* It stays while the checks run, or whoever pressed it by keyboard would lose their place. */}
      <Button
        ref={start}
        icon="play"
        variant={running ? 'secondary' : 'primary'}
        aria-disabled={running !== undefined}
        onClick={() => !running && live.runAll()}
      >
        Run all checks
      </Button>
      {running && (
        <>
          <Button icon="times" variant="secondary" onClick={live.run.cancel}>
            Cancel
          </Button>
          <progress value={running.done} max={running.total} aria-label="Checks asked" />
          <span role="status">
            {running.done} of {running.total} checks
          </span>
        </>
      )}
      <span className={styles.rest}>
        <Button
          size="sm"
          variant="secondary"
          icon="share-alt"
          onClick={() => void copyText(panelLink(window.location.href, undefined, range()))}
        >
          Copy link
        </Button>
        <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => runbookMarkdown(copyOf(live, model))}>
          Copy as Markdown
        </ClipboardButton>
        <Button size="sm" variant="secondary" icon="file-alt" onClick={() => setReviewing(true)}>
          Post-incident review
        </Button>
        <Button size="sm" variant="secondary" icon="document-info" onClick={() => window.print()}>
          Print
        </Button>
      </span>
      {isReviewing && <ReviewDialog live={live} model={model} onClose={() => setReviewing(false)} />}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  actions: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  rest: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginLeft: 'auto' }),
});
