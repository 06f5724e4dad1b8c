import { type Sample } from '../metrics/types';
import { renderSelector } from '../promql/matchers';
import { SLO_EVENTS } from '../slo/types';

const SECOND_MS = 1000;
/** Events are counted in steps of this; a shorter incident is looked at for as long. */
const STEP_SECONDS = 300;

/** An objective as far as its budget needs to be known. */
export interface ImpactSlo {
  id: string;
  title: string;
  targetRatio: number;
  windowDays: number;
}

/** What an incident cost, as far as it was counted. */
export interface Impact {
  startMs: number;
  /** Undefined while it goes on. */
  endMs: number | undefined;
  /** By objective; empty when the service has none, or when its events could not be read. */
  objectives: readonly ObjectiveImpact[];
  /** Who met errors, by name; undefined when that could not be asked. */
  affected?: { what: 'tenants' | 'users'; names: readonly string[]; isLeast: boolean } | undefined;
  /** What could not be measured, and why. */
  gaps: readonly string[];
}

export interface ObjectiveImpact {
  slo: ImpactSlo;
  badEvents: number;
  totalEvents: number;
  /** Share of the whole error budget that went by in it, 0..1 and more; undefined when the window is not known. */
  budgetSpentRatio?: number | undefined;
}

/** Three kinds of questions, whatever the number of objectives; asked at the end of the incident. */
export interface ImpactQueries {
  badEvents: string;
  totalEvents: string;
  /** By length of the objectives' window in days. */
  windowEvents: ReadonlyMap<number, string>;
}

/** What to ask about the objectives of a service between two times (Unix milliseconds). */
export function impactQueries(
  slos: readonly ImpactSlo[],
  where: { system: string; service: string },
  { startMs, endMs }: { startMs: number; endMs: number }
): ImpactQueries {
  const seconds = Math.max(STEP_SECONDS, Math.round((endMs - startMs) / SECOND_MS));
  const over = (metric: string, window: string) =>
    `sum by (slo) (sum_over_time(${renderSelector({ metric, where })}[${window}]))`;
  return {
    badEvents: over(SLO_EVENTS.bad, `${seconds}s`),
    totalEvents: over(SLO_EVENTS.total, `${seconds}s`),
    windowEvents: new Map(
      [...new Set(slos.map(({ windowDays }) => windowDays))].map((days) => [days, over(SLO_EVENTS.total, `${days}d`)])
    ),
  };
}

/** Puts the answers to `impactQueries` together. Objectives without any event in the incident are left out. */
export function objectiveImpacts(
  slos: readonly ImpactSlo[],
  answers: {
    badEvents: readonly Sample[];
    totalEvents: readonly Sample[];
    windowEvents: ReadonlyMap<number, readonly Sample[]>;
  }
): ObjectiveImpact[] {
  const of = (samples: readonly Sample[] | undefined, slo: string) =>
    samples?.find(({ labels }) => labels['slo'] === slo)?.value;
  return slos.flatMap((slo) => {
    const badEvents = of(answers.badEvents, slo.id);
    const totalEvents = of(answers.totalEvents, slo.id);
    if (badEvents === undefined || totalEvents === undefined || !(totalEvents > 0)) {
      return [];
    }
    const windowEvents = of(answers.windowEvents.get(slo.windowDays), slo.id);
    const budget = (windowEvents ?? 0) * (1 - slo.targetRatio);
    return [{ slo, badEvents, totalEvents, budgetSpentRatio: budget > 0 ? badEvents / budget : undefined }];
  });
}
