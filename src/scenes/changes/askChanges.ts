import { type System } from '../../catalog/types';
import { annotationsTagged, DEPLOY_TAG } from '../../datasources/grafana';
import { ranges } from '../../datasources/prometheus';
import { failure, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { firingExpression, periodsIn } from '../../domain/changes/alertPeriods';
import { type Changes } from '../../domain/changes/types';
import { deploysIn, versionExpression } from '../../domain/changes/versions';
import { shortestStepMs } from '../../domain/metrics/step';

interface Question {
  systems: readonly System[];
  dataSourceUid: string;
  range: TimeWindow;
  signal: AbortSignal;
}

/** What could be read, and sentences about what could not. */
export interface ReadChanges extends Changes {
  unread: readonly string[];
}

// Fine enough to tell a deploy from its neighbour, and no finer than metrics are scraped.
const POINTS = 400;
const SHORTEST_STEP_MS = 15_000;

/**
 * Deploys, firing alerts and Grafana's deploy annotations of some systems in the range: one request to the metrics data
 * source and one to Grafana, whatever the number of services.
 * @returns an error when the metrics could not be read at all. Rejects only when aborted.
 */
export async function askChanges({ systems, dataSourceUid, range, signal }: Question): Promise<Result<ReadChanges>> {
  const sources = systems.flatMap(({ id, versions = [] }) => versions.map((source) => ({ system: id, source })));
  const askedStepMs = Math.max(SHORTEST_STEP_MS, Math.ceil((range.toMs - range.fromMs) / POINTS / 1000) * 1000);
  const expressions = [
    firingExpression(systems.map(({ id }) => id)),
    ...sources.map(({ system, source }) => versionExpression(system, source)),
  ];
  const [answers, marks] = await Promise.all([
    ranges({
      dataSourceUid,
      expressions: Object.fromEntries(expressions.entries()),
      range,
      intervalMs: askedStepMs,
      signal,
    }),
    annotationsTagged({ tag: DEPLOY_TAG, range, signal }),
  ]);
  const [firing = [], ...versions] = expressions.map((_, index) => {
    const answer = answers[index];
    return answer?.ok ? answer.value : [];
  });
  const failed = Object.values(answers).flatMap((answer) => (answer.ok ? [] : [answer.error]));
  if (failed[0] && failed.length === expressions.length) {
    return failure(failed[0]);
  }
  const stepMs = Math.max(askedStepMs, shortestStepMs(firing) ?? 0);
  return success({
    alerts: periodsIn(firing, { ...range, stepMs }),
    deploys: sources.flatMap(({ system, source }, index) => deploysIn(versions[index] ?? [], system, source)),
    marks: marks.ok ? marks.value : [],
    unread: [...failed, ...(marks.ok ? [] : [marks.error])].map(({ message }) => message),
  });
}
