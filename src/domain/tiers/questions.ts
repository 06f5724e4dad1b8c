import { type Sample } from '../metrics/types';
import { goldenExpressions, type GoldenService, ROW_LABELS } from '../services/golden';
import { signalMetrics } from '../signals/query';
import { type ExpressionSignal, type Signal } from '../signals/types';
import { SEEN_WITHIN } from './silence';
import { type TieredSystem, type TierFacts } from './types';

/** What is asked about: all tiers, or one of them as a whole and by its parts, or one part. */
export interface TierScope {
  tier?: string | undefined;
  part?: string | undefined;
}

/** Names of the rows in an answer, beside the system and the value of the split. */
export const ROWS = { tiers: 'tiers', whole: 'whole', parts: 'parts' } as const;

type FactName = keyof TierFacts;
export type TierQuestions = Partial<Record<FactName, string>>;
export type TierAnswers = Partial<Record<FactName, readonly Sample[]>>;

const NOW_WINDOW = '5m';
/** A rate needs a few samples, however short the time range is. */
const SHORTEST_WINDOW_SECONDS = 300;

/**
 * One expression for each fact, for all systems and all tiers (or parts) at once.
 * @param rangeSeconds length of the time range.
 */
export function tierQuestions(systems: readonly TieredSystem[], scope: TierScope, rangeSeconds: number): TierQuestions {
  const services = systems.flatMap((system) => rowsAsked(system, scope));
  const now = goldenExpressions(services, NOW_WINDOW);
  const overRange = goldenExpressions(
    services.map(({ signals: { traffic, errors }, ...service }) => ({ ...service, signals: { traffic, errors } })),
    `${Math.max(SHORTEST_WINDOW_SECONDS, Math.round(rangeSeconds))}s`
  );
  const presence = goldenExpressions(
    systems.flatMap((system) => rowsAsked(system, scope).map((row) => presenceOf(system, row))),
    NOW_WINDOW
  );
  const questions: TierQuestions = {
    traffic: now.traffic,
    errorRatio: now.errors,
    latencyP50: now.latencyP50,
    latencyP95: now.latencyP95,
    latencyP99: now.latencyP99,
    fullestQueue: now.saturation,
    rangeTraffic: overRange.traffic,
    rangeErrorRatio: overRange.errors,
    lastSeenMs: presence.traffic,
    reachableRatio: presence.saturation,
  };
  return Object.fromEntries(Object.entries(questions).filter(([, expr]) => expr !== undefined));
}

/** The rows of a scope, as the services that they are asked for like. */
export function rowsAsked({ system, label, part, signals }: TieredSystem, scope: TierScope): GoldenService[] {
  const { traffic, errors, latency, queue } = signals;
  const asked = { system, signals: { traffic, errors, latency, saturation: fullest(queue) } };
  if (scope.tier === undefined) {
    return [{ ...asked, service: ROWS.tiers, splitBy: label }];
  }
  const inTier = { ...asked, where: { [label]: scope.tier } };
  return scope.part === undefined
    ? [
        { ...inTier, service: ROWS.whole },
        { ...inTier, service: ROWS.parts, splitBy: part.label },
      ]
    : [{ ...asked, service: ROWS.whole, where: { [label]: scope.tier, [part.label]: scope.part } }];
}

/** Bounds of a queue hold for one queue: of several the fullest is looked at, never their sum. */
function fullest(queue: Signal | undefined): Signal | undefined {
  return queue?.kind === 'gauge' ? { ...queue, aggregation: 'max' } : queue;
}

/** When something was last heard of, and whether its targets answer. */
function presenceOf({ scrape, signals, part }: TieredSystem, row: GoldenService): GoldenService {
  const [metric] = signals.traffic ? signalMetrics(signals.traffic) : [];
  const targetsAnswer: Signal | undefined = scrape && {
    kind: 'gauge',
    title: 'Targets',
    metric: 'up',
    where: scrape,
    aggregation: 'avg',
    unit: 'percentunit',
  };
  // Parts share the targets of their tier: `up` does not know them.
  const ofParts = row.splitBy === part.label || row.where?.[part.label] !== undefined;
  return {
    ...row,
    signals: {
      traffic: metric === undefined ? undefined : newestSample(metric),
      saturation: ofParts ? undefined : targetsAnswer,
    },
  };
}

/** Time of the newest sample, in seconds; found to the minute when it is older than five. */
function newestSample(metric: string): ExpressionSignal {
  return {
    kind: 'expression',
    title: 'Last seen',
    expr: `max by ($by) (max_over_time(timestamp(${metric}{$where})[${SEEN_WITHIN}:1m]))`,
    metrics: [metric],
    unit: 's',
  };
}

/** The facts of one row. `split`: id of the tier, or of the part; absent for the whole. */
export function tierFacts(
  answers: TierAnswers,
  { system, row, split }: { system: string; row: (typeof ROWS)[keyof typeof ROWS]; split?: string | undefined }
): TierFacts {
  const facts: TierFacts = {};
  for (const [name, samples] of Object.entries(answers) as Array<[FactName, readonly Sample[] | undefined]>) {
    const found = samples?.find(
      ({ labels }) =>
        labels[ROW_LABELS.system] === system &&
        labels[ROW_LABELS.service] === row &&
        (split === undefined || labels[ROW_LABELS.split] === split)
    );
    if (found && Number.isFinite(found.value)) {
      facts[name] = name === 'lastSeenMs' ? found.value * 1000 : found.value;
    }
  }
  return facts;
}

/** Ids of the parts that an answer knows, in alphabetical order. */
export function partsIn(answers: Readonly<Record<string, readonly Sample[] | undefined>>, system: string): string[] {
  const parts = Object.values(answers)
    .flatMap((samples) => samples ?? [])
    .filter(({ labels }) => labels[ROW_LABELS.system] === system && labels[ROW_LABELS.service] === ROWS.parts)
    .map(({ labels }) => labels[ROW_LABELS.split] ?? '');
  return [...new Set(parts)].sort((a, b) => a.localeCompare(b));
}
