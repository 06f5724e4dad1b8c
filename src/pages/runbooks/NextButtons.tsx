import { formattedValueToString, getValueFormat } from '@grafana/data';
import { LinkButton, Stack } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { type System } from '../../catalog/types';
import { keyOfGroup } from '../../domain/incidents/joinAlerts';
import { type AlertGroup } from '../../domain/incidents/types';
import { bestTrace } from '../../domain/runbook/evidence';
import { impactSentence } from '../../domain/runbook/review';
import { withRunNotes } from '../../domain/runbook/incidentNotes';
import { incidentUrl } from '../../scenes/oncall/alertLinks';
import { newDraft } from '../incidents/newDraft';
import { useIncidents } from '../incidents/useIncidents';
import { type LiveRunbook } from './useRunbook';

interface Props {
  live: LiveRunbook;
  /** Of the runbook. */
  title: string;
  systems: readonly System[];
}

/** Where to go from the finding: the trace that shows it, and the incident in which it is written down. */
export function NextButtons({ live, title, systems }: Props) {
  const { search } = useLocation();
  const evidence = bestTrace(live.findings, live.overall);
  if (!evidence && !live.group) {
    return null;
  }
  const trace = evidence?.trace;
  return (
    <Stack gap={1} wrap="wrap">
      {trace && (
        <LinkButton href={pageUrl('traces', [trace.traceId], search)} icon="gf-traces" size="sm" variant="secondary">
          {`Trace: ${formattedValueToString(getValueFormat('ms')(trace.durationMs))}${trace.remark ? `, ${trace.remark}` : ''}`}
        </LinkButton>
      )}
      {live.group && <IncidentButton live={live} group={live.group} title={title} systems={systems} />}
    </Stack>
  );
}

/** Opens the draft of the incident; what the run has found is written into it on the way. */
function IncidentButton({ live, group, title, systems }: Props & { group: AlertGroup }) {
  const { search } = useLocation();
  const { drafts, isRead, put, now } = useIncidents(live.onCall);
  const note = () => {
    const { impact, overall } = live;
    if (!isRead || !now || overall.state === 'not-run') {
      return;
    }
    const atMs = Date.now();
    const key = keyOfGroup(group.id, drafts, now) ?? group.id;
    const draft = drafts[key] ?? newDraft(group, systems, atMs);
    const finding = overall.sentence;
    put(key, withRunNotes(draft, { runbook: title, finding, impact: impact && impactSentence(impact), atMs }));
  };
  return (
    <LinkButton href={incidentUrl(group, search)} icon="fire" size="sm" variant="secondary" onClick={note}>
      Incident with these findings
    </LinkButton>
  );
}
