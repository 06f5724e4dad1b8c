import { ClipboardButton, LoadingPlaceholder, Modal, TextArea } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { isAbortError } from '../../datasources/errors';
import { reviewMarkdown } from '../../domain/runbook/review';
import { askImpact } from '../../scenes/runbooks/askImpact';
import { copyOf } from './copyOf';
import { type RunbookView } from './RunbookView';
import { firstAbnormal, type LiveRunbook } from './useRunbook';

interface Props {
  live: LiveRunbook;
  model: RunbookView;
  onClose: () => void;
}

/** The draft of a review: what can be measured is measured now and filled in. */
export function ReviewDialog({ live, model, onClose }: Props) {
  const [text, setText] = useState<string>();
  useEffect(() => {
    const asked = new AbortController();
    const { run, system } = model.state;
    askImpact({
      run: run.resolve(),
      system,
      service: live.service,
      startMs: live.alert.startMs ?? firstAbnormal(live.findings),
      isOngoing: live.alert.active !== undefined,
      signal: asked.signal,
    }).then(
      (impact) => setText(reviewMarkdown(copyOf(live, model), impact, live.overall.suspects.map(live.nameOf))),
      (error: unknown) => {
        if (!isAbortError(error)) {
          throw error;
        }
      }
    );
    return () => asked.abort();
    // Measured once, when the dialog opens; the text is the reader's to change from then on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <Modal isOpen title="Post-incident review" onDismiss={onClose}>
      {text === undefined ? (
        <LoadingPlaceholder text="Measuring the impact" />
      ) : (
        <>
          <TextArea
            aria-label="Review, Markdown"
            rows={22}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Modal.ButtonRow>
            <ClipboardButton icon="copy" getText={() => text}>
              Copy
            </ClipboardButton>
          </Modal.ButtonRow>
        </>
      )}
    </Modal>
  );
}
