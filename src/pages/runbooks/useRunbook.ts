import { useEffect, useMemo, useRef } from 'react';
import { runbookService, runbookSource } from '../../catalog/runbooks';
import { findingWithoutData } from '../../domain/runbook/answered';
import { bindCheck } from '../../domain/runbook/bind';
import { checkKey, nextAction, suggestedWay, type Verdicts, type Waypoint } from '../../domain/runbook/flow';
import { type Findings, type Overall, overallFinding } from '../../domain/runbook/overall';
import { type Progress } from '../../domain/runbook/progress';
import { type Variables } from '../../domain/runbook/templates';
import { timeline, type TimelineEntry } from '../../domain/runbook/timeline';
import { runbookVariables } from '../../domain/runbook/variables';
import { type BoundChecks, type RunbookRun } from '../../scenes/runbooks/RunbookRun';
import { openedFor, type OpenedFor } from './openedFor';
import { type RunbookView } from './RunbookView';
import { useProgress } from './useProgress';

/** All that the parts of the page show, and what they may do. */
export interface LiveRunbook {
  variables: Variables;
  /** Id of the service that it is about now. */
  service: string;
  checks: BoundChecks;
  findings: Findings;
  run: RunbookRun;
  /** How far a run of all checks is. */
  running: { done: number; total: number } | undefined;
  asking: readonly string[];
  overall: Overall;
  way: readonly Waypoint[];
  next: Waypoint | undefined;
  timeline: readonly TimelineEntry[];
  progress: Progress;
  isUnsaved: boolean;
  save: (progress: Progress) => void;
  runAll: () => void;
  alert: OpenedFor;
  nameOf: (service: string) => string;
}

/** Puts catalog, live findings and what people did together. */
export function useRunbook(model: RunbookView): LiveRunbook {
  const { system, runbook, run: runRef, alerts: alertsRef, opened } = model.useState();
  const run = runRef.resolve();
  const { findings: asked, progress: running, asking } = run.useState();
  const active = alertsRef.resolve().useState();
  const alert = openedFor(runbook, system, opened, active.value?.alerts, active.value?.askedAtMs ?? Date.now());
  const { variables, service, checks } = useMemo(() => {
    const named = runbookVariables(runbook, system.id, opened);
    const about = runbookService(system, runbook, named['service']);
    const source = runbookSource(system, runbook);
    const bound = runbook.steps.flatMap(({ id, checks: own = [] }) =>
      own.map((check, index) => [
        checkKey(id, index),
        bindCheck(check, { source, variables: named, service: about, opened }),
      ])
    );
    return { variables: named, service: about, checks: Object.fromEntries(bound) as BoundChecks };
  }, [system, runbook, opened]);
  const { progress, isRead, isUnsaved, save } = useProgress(system.id, runbook.id, opened);

  const findings = useMemo(() => {
    const others = Object.entries(checks).flatMap(([key, check]) => {
      const finding = findingWithoutData(check, progress.answers[key]);
      return finding ? [[key, finding] as const] : [];
    });
    return { ...Object.fromEntries(others), ...asked };
  }, [checks, asked, progress.answers]);
  const nameOf = (id: string) => system.services.find((one) => one.id === id)?.name ?? id;
  const overall = overallFinding(runbook, findings, nameOf);
  const verdicts: Verdicts = Object.fromEntries(Object.entries(findings).map(([key, found]) => [key, found?.verdict]));

  const latest = useRef(progress);
  latest.current = progress;
  const runAll = () => {
    void run.runAll(checks).then((isComplete) => {
      if (isComplete) {
        save({ ...latest.current, ranAtMs: Date.now() });
      }
    });
  };
  useShownAgain(isRead && progress.ranAtMs !== undefined, runAll);

  return {
    variables,
    service,
    checks,
    findings,
    run,
    running,
    asking,
    overall,
    way: suggestedWay(runbook, verdicts),
    next: nextAction(runbook, verdicts),
    timeline: timeline({
      runbook,
      opened: { ...opened, startMs: alert.startMs },
      findings,
      progress,
      overall: overall.sentence,
    }),
    progress,
    isUnsaved,
    save,
    runAll,
    alert,
    nameOf,
  };
}

/** Who opens a runbook that was run before sees its findings, asked anew in the viewer's own rights. */
function useShownAgain(wasRun: boolean, runAll: () => void) {
  const isDone = useRef(false);
  useEffect(() => {
    if (wasRun && !isDone.current) {
      runAll();
    }
    isDone.current = isDone.current || wasRun;
    // Once, when what was done before has been read.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wasRun]);
}
