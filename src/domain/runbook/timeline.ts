import { type Opened } from './address';
import { type Findings } from './overall';
import { checkKey } from './flow';
import { type Progress } from './progress';
import { type Runbook } from './types';

/** Something that happened, was found out or was done. */
export interface TimelineEntry {
  timeMs: number;
  kind: 'observed' | 'alert' | 'checked' | 'done' | 'note';
  text: string;
}

export interface TimelineFacts {
  runbook: Pick<Runbook, 'steps'>;
  opened: Opened;
  findings: Findings;
  progress: Progress;
  /** The sentence of the overall finding. */
  overall: string;
}

/** What is known of an incident, in order of time. */
export function timeline({ runbook, opened, findings, progress, overall }: TimelineFacts): TimelineEntry[] {
  const entries: TimelineEntry[] = [];
  if (opened.startMs !== undefined) {
    entries.push({
      timeMs: opened.startMs,
      kind: 'alert',
      text: `The condition of ${opened.alert ?? 'the alert'} began to hold.`,
    });
  }
  for (const { id, title, phase, checks = [] } of runbook.steps) {
    checks.forEach((check, index) => {
      const key = checkKey(id, index);
      const finding = findings[key];
      if (finding?.sinceMs !== undefined && phase !== 'verify') {
        entries.push({
          timeMs: finding.sinceMs,
          kind: 'observed',
          text: `${finding.isSinceLeast ? 'Abnormal here already' : 'From here on abnormal'}. ${finding.statement}`,
        });
      }
      const answer = progress.answers[key];
      if (answer && finding && check.kind === 'manual') {
        entries.push({ timeMs: answer.atMs, kind: 'checked', text: finding.statement });
      }
    });
    const doneAtMs = progress.done[id];
    if (doneAtMs !== undefined) {
      entries.push({ timeMs: doneAtMs, kind: 'done', text: `Done: ${title}` });
    }
  }
  if (progress.ranAtMs !== undefined) {
    entries.push({ timeMs: progress.ranAtMs, kind: 'checked', text: `All checks ran. ${overall}` });
  }
  for (const { atMs, text } of progress.notes) {
    entries.push({ timeMs: atMs, kind: 'note', text });
  }
  return entries.sort((a, b) => a.timeMs - b.timeMs);
}
