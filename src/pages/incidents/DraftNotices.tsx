import { dateTimeFormat } from '@grafana/data';
import { Alert as Notice, Button } from '@grafana/ui';
import { countOf } from '../../domain/format/format';
import { withStatus } from '../../domain/incidents/draft';
import { type AlertsNow } from '../../domain/incidents/joinAlerts';
import { mergeDrafts } from '../../domain/incidents/mergeDrafts';
import { endedAtMs } from '../../domain/incidents/times';
import { type AlertGroup, type IncidentDraft } from '../../domain/incidents/types';
import { viewerName } from './viewer';

interface Props {
  draft: IncidentDraft;
  /** The viewer's own, the link's, or made of the alerts as they are. */
  origin: 'own' | 'shared' | 'fresh';
  /** The one of the link, when it says more than the viewer's own. */
  newer: IncidentDraft | undefined;
  isUnsaved: boolean;
  /** Its alerts, while they fire. */
  group: AlertGroup | undefined;
  now: AlertsNow | undefined;
  onChange: (draft: IncidentDraft) => void;
}

/** Whose draft this is, whether it is safe, and what asks for a decision. */
export function DraftNotices({ draft, origin, newer, isUnsaved, group, now, onChange }: Props) {
  const isOver = draft.status !== 'resolved' && draft.alerts.length > 0 && endedAtMs(draft) !== undefined;
  return (
    <>
      {isUnsaved && (
        <Notice severity="warning" title="The draft could not be stored" topSpacing={0} bottomSpacing={1}>
          It is lost with this page. Copy it as Markdown, or share its link.
        </Notice>
      )}
      {origin === 'shared' && (
        <Notice severity="info" title="Shared by its link" topSpacing={0} bottomSpacing={1}>
          A copy as of {dateTimeFormat(draft.updatedAtMs)}. The first change keeps it as your own draft; others see
          yours when you share its link again. <Keep draft={draft} onChange={onChange} />
        </Notice>
      )}
      {origin === 'fresh' && (
        <Notice severity="info" title="Not kept yet" topSpacing={0} bottomSpacing={1}>
          It is what the alerts say now. Taking it, or any other change, keeps it as your draft.{' '}
          <Keep draft={draft} onChange={onChange} />
        </Notice>
      )}
      {newer && (
        <Notice severity="info" title="The link says more than your own draft" topSpacing={0} bottomSpacing={1}>
          <Button size="sm" onClick={() => onChange(mergeDrafts(draft, newer))}>
            Take over what it says
          </Button>
        </Notice>
      )}
      {isOver && (
        <Notice severity="success" title="All its alerts are over" topSpacing={0} bottomSpacing={1}>
          <Button
            size="sm"
            onClick={() => onChange(withStatus(draft, 'resolved', { atMs: Date.now(), by: viewerName() }))}
          >
            Mark as resolved
          </Button>
        </Notice>
      )}
      {draft.status === 'resolved' && group && (
        <Notice severity="warning" title="Resolved, but it still fires" topSpacing={0} bottomSpacing={1}>
          {countOf(group.alerts.length, 'alert')} of it {group.alerts.length === 1 ? 'goes' : 'go'} on: open it again,
          or silence what is known.
        </Notice>
      )}
      {now?.isComplete === false && (
        <Notice severity="warning" title="Not every source of alerts answered" topSpacing={0} bottomSpacing={1}>
          Which alerts have ended is not known.
        </Notice>
      )}
    </>
  );
}

function Keep({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  return (
    <Button size="sm" variant="secondary" onClick={() => onChange(draft)}>
      Keep it
    </Button>
  );
}
