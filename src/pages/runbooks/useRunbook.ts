import { useEffect, useMemo, useRef } from 'react';
import { runbookOverall, runbookService, runbookSource } from '../../catalog/runbooks';
import { type AlertGroup } from '../../domain/incidents/types';
import { findingWithoutData } from '../../domain/runbook/answered';
import { bindCheck } from '../../domain/runbook/bind';
import { checkKey, nextAction, suggestedWay, type Verdicts, type Waypoint } from '../../domain/runbook/flow';
import { type Impact } from '../../domain/runbook/impact';
import { type Findings, type Overall } from '../../domain/runbook/overall';
import { type Progress } from '../../domain/runbook/progress';
import { type Variables } from '../../domain/runbook/templates';
import { timeline, type TimelineEntry } from '../../domain/runbook/timeline';
import { runbookVariables } from '../../domain/runbook/variables';
import { type BoundChecks, type RunbookRun } from '../../scenes/runbooks/RunbookRun';
import { type OnCallNow } from '../../scenes/oncall/OnCallAlerts';
import { openedFor, type OpenedFor } from './openedFor';
import { type RunbookView } from './RunbookView';
import { useImpact } from './useImpact';
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
  /** The likely incident that the alert belongs to, while it fires. */
  group: AlertGroup | undefined;
  /** All alerts of this moment; undefined until they are known. */
  onCall: OnCallNow | undefined;
  /** What it cost so far; undefined until a run of all checks has measured it. */
  impact: Impact | undefined;
  nameOf: (service: string) => string;
}

/** Puts catalog, live findings and what people did together. */
export function useRunbook(model: RunbookView): LiveRunbook {
  const { system, runbook, run: runRef, alerts: alertsRef, opened, runsAtOnce } = model.useState();
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
  const overall = runbookOverall(system, runbook, service, findings, alert.startMs);
  const group = active.value?.groups.find(({ alerts }) => alert.active !== undefined && alerts.includes(alert.active));
  const impact = useImpact({
    run,
    system,
    service,
    startMs: alert.startMs ?? firstAbnormal(findings),
    isOngoing: alert.active !== undefined,
  });
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
  useRunAtStart(isRead && (runsAtOnce || progress.ranAtMs !== undefined), runAll);

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
    group,
    onCall: active.value,
    impact,
    nameOf,
  };
}

/**
 * Who opens a runbook that was run before sees its findings, asked anew in the viewer's own rights; so does who comes by
 * a link that asks for it.
 */
function useRunAtStart(isWanted: boolean, runAll: () => void) {
  const isDone = useRef(false);
  useEffect(() => {
    if (isWanted && !isDone.current) {
      runAll();
    }
    isDone.current = isDone.current || isWanted;
    // Once, when what was done before has been read.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isWanted]);
}

/** When the first of the abnormal measurements became so. */
export function firstAbnormal(findings: Findings): number | undefined {
  const times = Object.values(findings).flatMap((finding) => finding?.sinceMs ?? []);
  return times.length > 0 ? Math.min(...times) : undefined;
}
