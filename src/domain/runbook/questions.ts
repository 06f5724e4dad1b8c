import { type LogFields } from '../logs/fields';
import { type LogFilter, type QueriedSchema } from '../logs/logQuery';
import { type LuceneQuery } from '../logs/lucene';
import { type Signal } from '../signals/types';
import { type Bound, type BoundOp } from './types';

/** What a runbook's checks refer to by name. */
export interface RunbookSource {
  system: string;
  /** @throws Error for a reference that leads nowhere. */
  signal: (reference: string) => Signal;
  /** The alerts of the runbook, in its order. */
  alerts: readonly AlertCondition[];
  /** The name that traces know a service by. */
  tracedAs: (service: string) => string | undefined;
  logsOf: (service: string) => { schema: QueriedSchema; where: readonly LogFilter[] } | undefined;
  logSchema: (id: string) => QueriedSchema | undefined;
}

/** When an alert fires. */
export interface AlertCondition {
  id: string;
  name: string;
  service: string;
  summary: string;
  signal: string;
  by: readonly string[];
  op: BoundOp;
  value: number;
}

/** What the metrics store is asked, and how the answer is judged. */
export interface MetricQuestion {
  kind: 'metric';
  title: string;
  expr: string;
  unit: string;
  reduce: 'last' | 'max' | 'min' | 'mean';
  abnormal: Bound;
  /** Only series with these labels are judged. */
  only: Readonly<Record<string, string>>;
  /** What it reads, to tell a quiet service from a metric that is missing. */
  metrics: readonly string[];
  blames?: string | undefined;
}

export interface LogQuestion {
  kind: 'log';
  title: string;
  query: LuceneQuery;
  /** All lines of that service, to tell that nothing was wrong from that nothing was written. */
  anyLine: LuceneQuery;
  fields: LogFields;
  withinMs: number;
  within: string;
  abnormal: Bound;
  blames?: string | undefined;
}

export interface TraceQuestion {
  kind: 'trace';
  title: string;
  /** As traces know it. */
  service: string;
  operation?: string | undefined;
  tags?: Readonly<Record<string, string>> | undefined;
  measure: 'count' | 'slowest' | 'error-share' | 'edges';
  withinMs: number;
  within: string;
  abnormal: Bound;
  blames?: string | undefined;
}

/** A question that can be asked of live data. */
export type LiveQuestion = MetricQuestion | LogQuestion | TraceQuestion;

/** What becomes of a check when its variables are filled in. */
export type BoundCheck =
  | LiveQuestion
  | { kind: 'link'; title: string; page?: string | undefined; params: readonly string[]; url?: string | undefined }
  | { kind: 'command'; text: string; caution?: string | undefined; missing: readonly string[] }
  | { kind: 'manual'; question: string; blames?: string | undefined }
  | { kind: 'unasked'; verdict: 'not-applicable' | 'failed'; title: string; because: string };

/** True for what looks at live data. */
export function isLive(check: BoundCheck): check is LiveQuestion {
  return check.kind === 'metric' || check.kind === 'log' || check.kind === 'trace';
}
