import { runbookUrl } from '../../app/navigation';
import { type CalledRunbook } from '../../catalog/remedies';
import { type NextStep } from '../../scenes/oncall/alertLinks';

const MOST = 3;

/** The runbooks of an incident, also of one whose alerts are over. */
export function runbookSteps(runbooks: readonly CalledRunbook[], search: string): NextStep[] {
  return runbooks.slice(0, MOST).map(({ system, runbook, alert: { name, labels, startedAtMs } }) => ({
    title: `Runbook: ${runbook.title}`,
    icon: 'book-open',
    href: runbookUrl(system.id, runbook.id, { alert: name, labels, startMs: startedAtMs ?? undefined }, search),
  }));
}
