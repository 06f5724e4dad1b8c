import { type LogRecord } from '../logs/types';
import { boundWords, isPast } from './bounds';
import { type Finding, stated } from './findings';
import { type LogQuestion } from './questions';

/** What the log store answered. */
export interface LogAnswer {
  /** How many lines match; at least as many as `records`. */
  total: number;
  /** The total is a lower bound: the store stopped counting. */
  isLeast: boolean;
  records: readonly LogRecord[];
  /** Lines of that service at all, whatever they say; undefined when that was not asked. */
  anyLines?: boolean | undefined;
  remark?: string | undefined;
}

/**
 * Judges a number of log lines. None at all is an answer only where the service writes something: silence may be a
 * shipper that has stopped.
 */
export function judgeLogs(question: LogQuestion, answer: LogAnswer): Finding {
  const { abnormal, title, within, blames } = question;
  const { total, isLeast, records, anyLines, remark } = answer;
  const bound = boundWords(abnormal, String);
  const count = `${isLeast ? 'at least ' : ''}${total.toLocaleString('en')} ${total === 1 ? 'line' : 'lines'} in ${within}`;
  const common = { measured: total, unit: 'short', lines: records, remark };
  if (total === 0 && anyLines === false) {
    const statement = `${title}: no line at all was written in ${within}, not even a harmless one (${bound}).`;
    return { ...common, verdict: 'no-data', statement };
  }
  const isAbnormal = isPast(total, abnormal);
  return {
    ...common,
    verdict: isAbnormal ? 'abnormal' : 'normal',
    threshold: abnormal.value,
    blames: isAbnormal ? blames : undefined,
    ...stated(`${title}: ${count}`, bound),
  };
}
