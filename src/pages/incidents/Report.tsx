import { ClipboardButton, LinkButton, Modal, TextArea } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { incidentReport, type Measured } from '../../domain/incidents/report';
import { type IncidentDraft } from '../../domain/incidents/types';
import { type IncidentView } from './incidentView';
import { pageAddress } from './sharedDraft';

interface Props {
  draft: IncidentDraft;
  measured: Measured;
  view: IncidentView;
  onClose: () => void;
}

/** The report, with what was measured filled in. From then on the text is the reader's. */
export function Report({ draft, measured, view, onClose }: Props) {
  const [text, setText] = useState(() => incidentReport(draft, measured, view.textContext(pageAddress())));
  const file = useFile(text);
  return (
    <Modal isOpen title="Post-incident report" onDismiss={onClose}>
      <TextArea
        aria-label="Report, Markdown"
        rows={22}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Modal.ButtonRow>
        <LinkButton variant="secondary" icon="download-alt" href={file} download={`${draft.id}.md`}>
          Download
        </LinkButton>
        <ClipboardButton icon="copy" aria-label="Copy" getText={() => text}>
          Copy
        </ClipboardButton>
      </Modal.ButtonRow>
    </Modal>
  );
}

/** An address of the text as a file. */
function useFile(text: string): string | undefined {
  const [file, setFile] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
    setFile(url);
    return () => URL.revokeObjectURL(url);
  }, [text]);
  return file;
}
