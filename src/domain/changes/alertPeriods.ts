import { type Labels, type Series } from '../metrics/types';
import { aggregate } from '../promql/expressions';
import { renderSelector } from '../promql/matchers';
import { type AlertPeriod } from './types';

const LABELS = ['alertname', 'component', 'service', 'severity', 'system'] as const;

/** PromQL for the alerts of some systems that fire: one series for each alert and service. */
export function firingExpression(systems: readonly string[]): string {
  const where = { alertstate: 'firing', system: { anyOf: systems } };
  return aggregate('max', LABELS, renderSelector({ metric: 'ALERTS', where }));
}

export interface PeriodOptions {
  /** Distance of two points of a series. */
  stepMs: number;
  fromMs: number;
  toMs: number;
}

/** A missed evaluation is no end of an alert. */
const GAP_STEPS = 2;

/** When the alerts in the answer to `firingExpression` fired, oldest first. */
export function periodsIn(series: readonly Series[], options: PeriodOptions): AlertPeriod[] {
  return series
    .flatMap(({ labels, points }) => {
      const times = points.filter(([, value]) => value > 0).map(([timeMs]) => timeMs);
      return runsOf(times, GAP_STEPS * options.stepMs).map((run) => periodOf(labels, run, options));
    })
    .sort((a, b) => (a.beganMs ?? -Infinity) - (b.beganMs ?? -Infinity) || a.name.localeCompare(b.name));
}

interface Run {
  firstMs: number;
  lastMs: number;
}

function runsOf(times: readonly number[], gapMs: number): Run[] {
  const runs: Run[] = [];
  for (const timeMs of times) {
    const run = runs.at(-1);
    if (run && timeMs - run.lastMs <= gapMs) {
      run.lastMs = timeMs;
    } else {
      runs.push({ firstMs: timeMs, lastMs: timeMs });
    }
  }
  return runs;
}

function periodOf(labels: Labels, { firstMs, lastMs }: Run, { stepMs, fromMs, toMs }: PeriodOptions): AlertPeriod {
  return {
    kind: 'alert',
    system: labels['system'] ?? '',
    service: labels['service'] ?? '',
    component: labels['component'] ?? labels['service'] ?? '',
    name: labels['alertname'] ?? '',
    severity: labels['severity'] ?? '',
    beganMs: firstMs - fromMs < stepMs ? undefined : firstMs,
    endedMs: toMs - lastMs <= GAP_STEPS * stepMs ? undefined : lastMs + stepMs,
  };
}
