import { countOf } from '../format/format';
import { type Finding } from './findings';
import { checkKey } from './flow';
import { type Runbook } from './types';

/** What all findings together say. */
export interface Overall {
  /** `clear`: every check has an answer, and all are normal. */
  state: 'abnormal' | 'unclear' | 'clear' | 'not-run';
  sentence: string;
  /** Services that abnormal findings accuse, the most accused first. */
  suspects: readonly string[];
}

/** How many abnormal findings the sentence lists. */
const NAMED = 3;

/** Findings by `checkKey`. */
export type Findings = Readonly<Record<string, Finding | undefined>>;

/**
 * The findings in one or two sentences. What could not be judged is counted apart: it is no all-clear.
 * @param nameOf the name of a service, by its id.
 */
export function overallFinding(
  { service, steps }: Pick<Runbook, 'service' | 'steps'>,
  findings: Findings,
  nameOf: (service: string) => string = (id) => id
): Overall {
  // What is looked at to verify a repair says the same once more.
  const found = steps
    .filter(({ phase }) => phase !== 'verify')
    .flatMap(({ id, checks = [] }) =>
      checks.flatMap((_check, index) => {
        const finding = findings[checkKey(id, index)];
        return finding ? [{ finding }] : [];
      })
    );
  const of = (verdict: Finding['verdict']) => found.filter(({ finding }) => finding.verdict === verdict);
  const abnormal = of('abnormal');
  const judged = abnormal.length + of('normal').length;
  const unclear = unclearWords(of('no-data').length, of('failed').length);
  const suspects = accused(
    abnormal.flatMap(({ finding }) => finding.blames ?? []),
    service
  );
  if (judged === 0 && unclear === '') {
    return { state: 'not-run', sentence: 'No check has run yet.', suspects };
  }
  if (abnormal.length > 0) {
    const facts = abnormal.map(({ finding }) => finding.fact ?? finding.statement.replace(/\.$/, ''));
    const named = [...new Set(facts)];
    const more = named.length > NAMED ? `; ${named.length - NAMED} more` : '';
    const [first] = suspects;
    const points = first ? ` The findings point to ${nameOf(first)}.` : '';
    const count = `${abnormal.length} of ${countOf(judged, 'check')} ${abnormal.length === 1 ? 'is' : 'are'} abnormal`;
    return {
      state: 'abnormal',
      sentence: `${count}. ${named.slice(0, NAMED).join('; ')}${more}.${points}${unclear && ` ${unclear}.`}`,
      suspects,
    };
  }
  if (unclear !== '') {
    const normal = judged > 0 ? `${countOf(judged, 'check')} ${judged === 1 ? 'is' : 'are'} normal, but ` : '';
    return { state: 'unclear', sentence: `${normal}${unclear}: this is no all-clear.`, suspects };
  }
  const all = judged === 1 ? 'The only check is' : `All ${judged} checks are`;
  return { state: 'clear', sentence: `${all} normal.`, suspects };
}

function unclearWords(noData: number, failed: number): string {
  const parts = [
    ...(noData > 0 ? [`${noData} had no data`] : []),
    ...(failed > 0 ? [`${failed} could not be asked`] : []),
  ];
  return parts.join(' and ');
}

/** The service itself is accused by most checks of its runbook: others are named first. */
function accused(blames: readonly string[], own: string): string[] {
  const counts = new Map<string, number>();
  for (const name of blames) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, countA], [b, countB]) => Number(a === own) - Number(b === own) || countB - countA)
    .map(([name]) => name);
}
