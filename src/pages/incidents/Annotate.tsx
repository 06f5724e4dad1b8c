import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';
import { isAbortError } from '../../datasources/errors';
import { writeAnnotation } from '../../datasources/grafana';
import { annotationOf, mayAnnotate } from '../../domain/incidents/annotation';
import { withEntry } from '../../domain/incidents/draft';
import { endedAtMs } from '../../domain/incidents/times';
import { type IncidentDraft } from '../../domain/incidents/types';
import { useLatest } from './useLatest';
import { mayWriteAnnotations, viewerName } from './viewer';

interface Props {
  draft: IncidentDraft;
  onChange: (draft: IncidentDraft) => void;
}

/** Marks the incident on Grafana's graphs, when somebody asks for it and Grafana lets them. Never by itself. */
export function Annotate({ draft, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const [state, setState] = useState<{ isWriting: boolean; problem?: string }>({ isWriting: false });
  const asked = useRef(new AbortController());
  useEffect(() => {
    const controller = new AbortController();
    asked.current = controller;
    return () => controller.abort();
  }, []);
  const latest = useLatest({ draft, onChange });
  const isAllowed = mayWriteAnnotations();
  const isWhole = endedAtMs(draft) !== undefined;
  const write = async () => {
    setState({ isWriting: true });
    try {
      const answer = await writeAnnotation(annotationOf(draft), { signal: asked.current.signal });
      setState({ isWriting: false, ...(answer.ok ? {} : { problem: answer.error.message }) });
      if (answer.ok) {
        const atMs = Date.now();
        const text = `Marked in Grafana (annotation ${answer.value})`;
        const { draft: now, onChange: change } = latest.current;
        change({
          ...withEntry(now, { atMs, by: viewerName(), kind: 'note', text }),
          annotation: { id: answer.value, atMs, isWhole },
        });
      }
    } catch (error) {
      if (!isAbortError(error)) {
        throw error;
      }
    }
  };
  return (
    <div className={styles.annotate}>
      <Button
        size="sm"
        variant="secondary"
        icon="comment-alt-share"
        disabled={!isAllowed || !mayAnnotate(draft) || state.isWriting}
        onClick={() => void write()}
      >
        {isWhole ? 'Mark its whole time in Grafana' : 'Mark its start in Grafana'}
      </Button>
      <span className={styles.why} role="status">
        {state.problem ?? why(draft, isAllowed)}
      </span>
    </div>
  );
}

function why(draft: IncidentDraft, isAllowed: boolean): string {
  if (draft.annotation && !mayAnnotate(draft)) {
    const { id, isWhole } = draft.annotation;
    return `Marked: annotation ${id}${isWhole ? '' : '; its end can be marked when it is over'}.`;
  }
  return isAllowed
    ? 'An annotation with the tag "incident", for everybody; dashboards that ask for the tag show it.'
    : 'Your role may not write annotations (annotations:create). An editor can, from the shared link.';
}

const getStyles = (theme: GrafanaTheme2) => ({
  annotate: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  why: css({ flex: '1 1 200px', color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
