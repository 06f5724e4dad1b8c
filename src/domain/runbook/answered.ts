import { type Finding } from './findings';
import { type Answer } from './progress';
import { type BoundCheck } from './questions';

/** What a check that is not asked of live data says by itself; undefined when it says nothing (yet). */
export function findingWithoutData(check: BoundCheck, answer: Answer | undefined): Finding | undefined {
  if (check.kind === 'unasked') {
    return { verdict: check.verdict, statement: [check.title, check.because].filter(Boolean).join(': ') };
  }
  if (check.kind !== 'manual' || !answer) {
    return undefined;
  }
  return {
    verdict: answer.isYes ? 'abnormal' : 'normal',
    statement: `${check.question} ${answer.isYes ? 'Yes.' : 'No.'}`,
    blames: answer.isYes ? check.blames : undefined,
  };
}
