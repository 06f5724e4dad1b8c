import { withEntry, withImpact } from '../incidents/draft';
import { type IncidentDraft } from '../incidents/types';

/** What a run of a runbook found out about an incident. */
export interface RunNotes {
  runbook: string;
  /** The overall finding. */
  finding: string;
  /** The measured impact in one line; undefined while it is not measured. */
  impact: string | undefined;
  atMs: number;
}

/** The draft with what a run found; what it says already is not said again. */
export function withRunNotes(draft: IncidentDraft, { runbook, finding, impact, atMs }: RunNotes): IncidentDraft {
  const text = `Runbook “${runbook}”: ${finding}`;
  const isSaid = draft.timeline.findLast(({ kind, text: said }) => kind === 'finding' && said.startsWith('Runbook'));
  const noted = isSaid?.text === text ? draft : withEntry(draft, { atMs, kind: 'finding', text });
  return impact === undefined || impact === draft.impact ? noted : withImpact(noted, impact, { atMs });
}
