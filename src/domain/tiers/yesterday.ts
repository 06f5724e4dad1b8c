import { type Sample } from '../metrics/types';
import { goldenExpressions, type GoldenService } from '../services/golden';
import { signalMetrics } from '../signals/query';
import { type ExpressionSignal, type Signal } from '../signals/types';
import { byConcern, type Change, compareWithYesterday } from './compare';
import { partsIn, ROWS, rowsAsked, tierFacts, type TierScope } from './questions';
import { type TieredSystem, type TierFacts } from './types';

/** Long enough for a steady number, short enough to be the same time of the day. */
export const COMPARED_WINDOW = '1h';
export const DAY_MS = 86_400_000;
const SECONDS_PER_HOUR = 3600;
const STEPS = 12;
/** With less of the hour recorded, its numbers are not those of the hour. */
const FULL_COVERAGE_RATIO = 0.9;

type Compared = 'traffic' | 'errorRatio' | 'latencyP95' | 'fullestQueue';
export type ComparedQuestions = Partial<Record<Compared | 'recorded', string>>;
export type ComparedAnswers = Partial<Record<Compared | 'recorded', readonly Sample[]>>;

/** The expressions of one hour, for all rows of a scope; they are asked twice, a day apart. */
export function comparedQuestions(system: TieredSystem, scope: TierScope): ComparedQuestions {
  const rows = rowsAsked(system, scope);
  const { traffic, errors, latencyP95, saturation } = goldenExpressions(rows.map(overTheHour), COMPARED_WINDOW);
  const { traffic: recorded } = goldenExpressions(rows.map(presence), COMPARED_WINDOW);
  const questions = { traffic, errorRatio: errors, latencyP95, fullestQueue: saturation, recorded };
  return Object.fromEntries(Object.entries(questions).filter(([, expr]) => expr !== undefined));
}

/** A gauge is taken at one moment; a comparison wants the whole hour. */
function overTheHour(row: GoldenService): GoldenService {
  const { saturation } = row.signals;
  const averaged: Signal | undefined =
    saturation?.kind === 'gauge' ? { ...saturation, averagedOver: COMPARED_WINDOW } : saturation;
  return { ...row, signals: { ...row.signals, saturation: averaged } };
}

/** In how many of twelve steps something was recorded. */
function presence(row: GoldenService): GoldenService {
  const [metric] = row.signals.traffic ? signalMetrics(row.signals.traffic) : [];
  const recorded: ExpressionSignal | undefined =
    metric === undefined
      ? undefined
      : {
          kind: 'expression',
          title: 'Recorded',
          expr: `count_over_time((count by ($by) (${metric}{$where}))[${COMPARED_WINDOW}:5m])`,
          metrics: [metric],
          unit: 'short',
        };
  return { ...row, signals: { traffic: recorded } };
}

/** A difference, and what it is about: a part, or the whole. */
export interface TierChange extends Change {
  part?: string | undefined;
}

/** What changed against the same hour yesterday, worst first. */
export function changesSinceYesterday(
  system: TieredSystem,
  now: ComparedAnswers,
  before: ComparedAnswers
): TierChange[] {
  const parts = [...new Set([...partsIn(now, system.system), ...partsIn(before, system.system)])].sort();
  return [undefined, ...parts].flatMap((part) => changesOf(system, part, now, before)).sort(byConcern);
}

function changesOf(
  system: TieredSystem,
  part: string | undefined,
  now: ComparedAnswers,
  before: ComparedAnswers
): TierChange[] {
  const [today, yesterday] = [hourOf(system, part, now), hourOf(system, part, before)];
  const { traffic, errors, latency, queue } = system.signals;
  const compare = (name: Compared, title: string, signal: Signal | undefined): TierChange[] =>
    signal
      ? [
          {
            part,
            ...compareWithYesterday({
              title,
              unit: signal.unit,
              // Only of traffic nobody can say whether more is better.
              direction: signal.direction ?? (name === 'traffic' ? 'neutral' : 'lower-is-better'),
              now: today[name],
              before: yesterday[name],
              events: name === 'errorRatio' ? eventsOf(today, yesterday) : undefined,
            }),
          },
        ]
      : [];
  return [
    ...compare('traffic', 'Executions', traffic),
    ...compare('errorRatio', 'Failed executions', errors),
    ...compare('latencyP95', 'Duration p95', latency),
    ...compare('fullestQueue', 'Fullest queue', queue),
  ];
}

/** Executions of both hours, which are what the share of failed ones is of. */
function eventsOf(today: TierFacts, yesterday: TierFacts): Change['events'] {
  return today.traffic === undefined || yesterday.traffic === undefined
    ? undefined
    : { now: today.traffic * SECONDS_PER_HOUR, before: yesterday.traffic * SECONDS_PER_HOUR };
}

/** The facts of one hour; none of an hour that was recorded in part, which would only look like a difference. */
function hourOf({ system }: TieredSystem, part: string | undefined, answers: ComparedAnswers): TierFacts {
  const { recorded, ...measured } = answers;
  const key = { system, row: part === undefined ? ROWS.whole : ROWS.parts, split: part };
  const steps = tierFacts({ traffic: recorded }, key).traffic ?? 0;
  return steps / STEPS < FULL_COVERAGE_RATIO ? {} : tierFacts(measured, key);
}
