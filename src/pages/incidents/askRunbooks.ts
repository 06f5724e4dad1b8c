import { formattedValueToString, getValueFormat } from '@grafana/data';
import { type CalledRunbook } from '../../catalog/remedies';
import { runbookOverall, runbookService, runbookSource } from '../../catalog/runbooks';
import { type RunbookFindings } from '../../domain/incidents/report';
import { openedQuery } from '../../domain/runbook/address';
import { findingWithoutData } from '../../domain/runbook/answered';
import { bindCheck } from '../../domain/runbook/bind';
import { checkKey } from '../../domain/runbook/flow';
import { type Findings } from '../../domain/runbook/overall';
import { type Progress, readProgress } from '../../domain/runbook/progress';
import { type BoundCheck, isLive } from '../../domain/runbook/questions';
import { timeline } from '../../domain/runbook/timeline';
import { runbookVariables } from '../../domain/runbook/variables';
import { askCheck } from '../../scenes/runbooks/askCheck';
import { type MeasureRequest } from './askMeasured';

/** What the viewer's storage says; `null` for nothing. */
export type ReadStored = (key: string) => Promise<string | null>;

/** What stood before the alert began is looked at too, as on the runbook's page. */
const BEFORE_MS = 30 * 60_000;
const AT_ONCE = 4;

/**
 * What the runbooks of an incident's alerts found when the viewer ran them: their checks are asked once more, about the
 * time at which they were run. Runbooks that were not run are left out. Rejects only when aborted.
 */
export async function askRunbooks(
  called: readonly CalledRunbook[],
  request: Pick<MeasureRequest, 'dataSources' | 'signal'>,
  readStored: ReadStored
): Promise<RunbookFindings[]> {
  const found: RunbookFindings[] = [];
  for (const one of called) {
    const progress = await progressOf(one, readStored);
    if (progress.ranAtMs !== undefined) {
      found.push(await findingsOf(one, { ...progress, ranAtMs: progress.ranAtMs }, request));
    }
  }
  return found;
}

function openedFor({ alert: { name, labels, startedAtMs } }: CalledRunbook) {
  return { alert: name, labels, startMs: startedAtMs ?? undefined };
}

async function progressOf(called: CalledRunbook, readStored: ReadStored): Promise<Progress> {
  const { system, runbook } = called;
  const key = `runbook ${system.id}/${runbook.id} ${openedQuery(openedFor(called))}`;
  try {
    return readProgress(JSON.parse((await readStored(key)) ?? 'null'));
  } catch {
    return readProgress(undefined);
  }
}

async function findingsOf(
  called: CalledRunbook,
  progress: Progress & { ranAtMs: number },
  { dataSources, signal }: Pick<MeasureRequest, 'dataSources' | 'signal'>
): Promise<RunbookFindings> {
  const { system, runbook, alert } = called;
  const opened = openedFor(called);
  const variables = runbookVariables(runbook, system.id, opened);
  const service = runbookService(system, runbook, variables['service']);
  const source = runbookSource(system, runbook);
  const checks: Array<readonly [string, BoundCheck]> = runbook.steps.flatMap(({ id, checks: own = [] }) =>
    own.map((check, index) => [checkKey(id, index), bindCheck(check, { source, variables, service, opened })] as const)
  );
  const range = { fromMs: (alert.startedAtMs ?? progress.ranAtMs) - BEFORE_MS, toMs: progress.ranAtMs };
  const format = (value: number, unit: string) => formattedValueToString(getValueFormat(unit)(value));
  const findings: Record<string, Findings[string]> = {};
  const waiting = [...checks];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [key, check] = next;
      findings[key] = isLive(check)
        ? await askCheck(check, { dataSources, range, signal, format })
        : findingWithoutData(check, progress.answers[key]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const overall = runbookOverall(system, runbook, service, findings, opened.startMs).sentence;
  return {
    title: runbook.title,
    ranAtMs: progress.ranAtMs,
    overall,
    abnormal: [
      ...new Set(
        checks.flatMap(([key]) => {
          const finding = findings[key];
          return finding?.verdict === 'abnormal' ? [finding.statement] : [];
        })
      ),
    ],
    // The alert's own beginning stands in the incident's timeline.
    entries: timeline({ runbook, opened: { ...opened, startMs: undefined }, findings, progress, overall }),
  };
}
