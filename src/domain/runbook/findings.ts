import { type LogRecord } from '../logs/types';
import { type Labels, type Series } from '../metrics/types';
import { type BoundOp, type Verdict } from './types';

/** A trace that a finding points to. */
export interface FoundTrace {
  traceId: string;
  startTimeMs: number;
  durationMs: number;
  /** Where it went wrong, or where its time went. */
  remark?: string | undefined;
}

/** What a check found, with all that is needed to show why. */
export interface Finding {
  verdict: Verdict;
  /** One sentence with the measured value and the threshold. */
  statement: string;
  /** The same without the threshold, for lists; absent where there is no value. */
  fact?: string | undefined;
  /** In `unit`. */
  measured?: number | undefined;
  unit?: string | undefined;
  /** The threshold in the measurement's unit, and what is past it, for the graph. */
  threshold?: number | undefined;
  op?: BoundOp | undefined;
  /** Labels of the series that decided. */
  subject?: Labels | undefined;
  /** Since when it has been abnormal without a break, Unix milliseconds, as far as the graph reaches back. */
  sinceMs?: number | undefined;
  /** It was so when the graph begins already; nobody looked at what was before. */
  isSinceLeast?: boolean | undefined;
  /** Id or name of the service that it accuses. */
  blames?: string | undefined;
  series?: readonly Series[] | undefined;
  lines?: readonly LogRecord[] | undefined;
  traces?: readonly FoundTrace[] | undefined;
  /** What it is to be seen against, such as its value of the day before. */
  context?: string | undefined;
  /** What is missing from the answer. */
  remark?: string | undefined;
}

/** Turns a value into text with its unit. */
export type FormatValue = (value: number, unit: string) => string;

// What nobody knows may be trouble: it stands before what is known to be well.
const ORDER: readonly Verdict[] = ['abnormal', 'failed', 'no-data', 'normal', 'not-applicable'];

/** The verdict on several checks together: the worst; undefined without any. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict | undefined {
  return ORDER.find((verdict) => verdicts.includes(verdict));
}

/** A fact, and the sentence that sets it against its threshold. */
export function stated(fact: string, bound: string): Pick<Finding, 'fact' | 'statement'> {
  return { fact, statement: `${fact} (${bound}).` };
}

/** Nothing was learnt, because the question could not be asked or answered. */
export function failedFinding(message: string): Finding {
  return { verdict: 'failed', statement: message };
}
