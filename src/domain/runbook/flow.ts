import { worstVerdict } from './findings';
import { type Branch, type Runbook, type RunbookStep, type Verdict } from './types';

/** A step of the way, and the branch that led to it. */
export interface Waypoint {
  step: RunbookStep;
  via?: Branch | undefined;
}

/** Verdicts on checks, by `checkKey`. */
export type Verdicts = Readonly<Record<string, Verdict | undefined>>;

/** Names a check of a runbook, in state and in links. */
export function checkKey(stepId: string, index: number): string {
  return `${stepId}.${index}`;
}

/** The verdict on a step: the worst of its checks; undefined while none has one. */
export function stepVerdict({ id, checks = [] }: RunbookStep, verdicts: Verdicts): Verdict | undefined {
  return worstVerdict(checks.flatMap((_check, index) => verdicts[checkKey(id, index)] ?? []));
}

/** The branch that holds for a verdict; undefined when the next step simply follows. */
export function branchFor({ branches = [] }: RunbookStep, verdict: Verdict | undefined): Branch | undefined {
  return branches.find(({ when }) => when === verdict);
}

/**
 * The way through a runbook that the verdicts ask for: step after step, except where a branch leads on to another one.
 * A branch back is followed once, so that every way ends.
 */
export function suggestedWay({ steps }: Pick<Runbook, 'steps'>, verdicts: Verdicts): Waypoint[] {
  const way: Waypoint[] = [];
  const seen = new Set<string>();
  let at = 0;
  let via: Branch | undefined;
  while (at < steps.length) {
    const step = steps[at] as RunbookStep;
    if (seen.has(step.id)) {
      break;
    }
    seen.add(step.id);
    way.push({ step, via });
    via = branchFor(step, stepVerdict(step, verdicts));
    const target = via ? steps.findIndex(({ id }) => id === via?.goTo) : -1;
    at = target < 0 ? at + 1 : target;
  }
  return way;
}

/**
 * What to do first, as things stand: the first mitigation or roll-back to which a branch led, else the first one of the
 * way when something is abnormal; undefined when nothing is, or nothing is known.
 */
export function nextAction(runbook: Pick<Runbook, 'steps'>, verdicts: Verdicts): Waypoint | undefined {
  const acts = suggestedWay(runbook, verdicts).filter(
    ({ step: { phase } }) => phase === 'mitigate' || phase === 'roll-back'
  );
  const isAbnormal = runbook.steps.some(
    (step) => step.phase !== 'verify' && stepVerdict(step, verdicts) === 'abnormal'
  );
  return isAbnormal ? (acts.find(({ via }) => via) ?? acts[0]) : undefined;
}
