import { type Point, type Series } from '../metrics/types';
import { ROW_LABELS } from '../services/golden';
import { type Attainment } from '../slo/attainment';
import { type AgreementStanding, agreementStanding } from './agreement';
import { burnRate, type ObjectiveStanding, tierHealth } from './health';
import { type ObjectiveAnswers, objectiveEvents } from './objectives';
import { partsIn, ROWS, type TierAnswers, tierFacts } from './questions';
import { type TieredSystem, type TierFacts, type TierHealth, type WatchedTier } from './types';

/** Series of one measurement, labelled as `goldenExpressions` labels them. */
export interface HistoryAnswers {
  traffic?: readonly Series[] | undefined;
  errors?: readonly Series[] | undefined;
  latency?: readonly Series[] | undefined;
  queue?: readonly Series[] | undefined;
}

/** What was answered about the tiers of some systems, at one moment. */
export interface TierReport {
  answers: TierAnswers;
  objectives: ObjectiveAnswers;
  history: HistoryAnswers;
  /** End of the time range, Unix milliseconds. */
  endMs: number;
  /** Length of the month so far. */
  monthSeconds: number;
}

/** A measurement over the time range, for a sparkline. */
export type History = Partial<Record<keyof HistoryAnswers, readonly Point[]>>;

/** A tier as its pages show it. */
export interface TierRow {
  system: TieredSystem;
  tier: WatchedTier;
  facts: TierFacts;
  history: History;
  health: TierHealth;
  standing?: ObjectiveStanding | undefined;
  agreement: AgreementStanding;
}

/** A part of a tier. */
export interface PartRow {
  part: string;
  facts: TierFacts;
  history: History;
  health: TierHealth;
}

/** How an objective stands, by system and id; `undefined` when that is not known. */
export type AttainmentOf = (system: string, objective: string) => Attainment | undefined;

const UNKNOWN: Attainment = { state: 'no-data', coverageRatio: 0 };

/**
 * One tier as a row. An objective that could not be read has no data: a failed question must not look like health.
 * @param row where its facts stand in the report: among all tiers, or as the whole of its page.
 */
export function tierRow(
  report: TierReport,
  system: TieredSystem,
  tier: WatchedTier,
  attainmentOf: AttainmentOf,
  row: typeof ROWS.tiers | typeof ROWS.whole = ROWS.tiers
): TierRow {
  const key = { system: system.system, row, split: row === ROWS.tiers ? tier.id : undefined };
  const facts = tierFacts(report.answers, key);
  const events = tier.objective && objectiveEvents(report.objectives, system.system, tier.objective.id);
  const standing = tier.objective && {
    objective: tier.objective,
    attainment: attainmentOf(system.system, tier.objective.id) ?? UNKNOWN,
    burnRate: burnRate(events?.hourBad, events?.hourTotal, tier.objective.targetRatio),
  };
  const noEvents = { totalEvents: undefined, badEvents: undefined, recordedCounts: undefined };
  return {
    system,
    tier,
    facts,
    history: historyOf(report.history, key),
    health: tierHealth(facts, system.signals, report.endMs, standing),
    standing,
    agreement: agreementStanding(tier.agreement, events?.month ?? noEvents, { seconds: report.monthSeconds }),
  };
}

/** The parts of the tier that the report is about, in alphabetical order. */
export function partRows(report: TierReport, system: TieredSystem): PartRow[] {
  return partsIn(report.answers, system.system).map((part) => {
    const key = { system: system.system, row: ROWS.parts, split: part };
    const facts = tierFacts(report.answers, key);
    return {
      part,
      facts,
      history: historyOf(report.history, key),
      health: tierHealth(facts, system.signals, report.endMs),
    };
  });
}

/** The part that the report is about. */
export function wholePart(report: TierReport, system: TieredSystem, part: string): PartRow {
  const key = { system: system.system, row: ROWS.whole, split: undefined };
  const facts = tierFacts(report.answers, key);
  return {
    part,
    facts,
    history: historyOf(report.history, key),
    health: tierHealth(facts, system.signals, report.endMs),
  };
}

function historyOf(
  answers: HistoryAnswers,
  { system, row, split }: { system: string; row: string; split: string | undefined }
): History {
  const history: History = {};
  for (const [name, series] of Object.entries(answers) as Array<[keyof HistoryAnswers, readonly Series[]]>) {
    const found = series.find(
      ({ labels }) =>
        labels[ROW_LABELS.system] === system &&
        labels[ROW_LABELS.service] === row &&
        (split === undefined || labels[ROW_LABELS.split] === split)
    );
    if (found) {
      history[name] = found.points;
    }
  }
  return history;
}

/** True while numbers about now may be shown: what something silent said last is old. */
export function reportsNow({ reasons }: TierHealth): boolean {
  return reasons.every(({ about }) => about !== 'silence');
}
