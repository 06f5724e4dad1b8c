import { countOf } from '../format/format';
import { type Finding } from './findings';
import { checkKey } from './flow';
import { type Runbook } from './types';

/** What all findings together say. */
export interface Overall {
  /** `clear`: every check has an answer, and all are normal. */
  state: 'abnormal' | 'unclear' | 'clear' | 'not-run';
  /** One sentence: who is to blame and the measurement that says so, or that all is well. */
  headline: string;
  /** What else was found, and what could not be; may be empty. */
  detail: string;
  /** Both. */
  sentence: string;
  /** Services that abnormal findings accuse, the likeliest first. */
  suspects: readonly string[];
}

/** What is known beside the findings. */
export interface Circumstances {
  /** The name of a service, by its id. */
  nameOf?: ((service: string) => string) | undefined;
  /** Whether the runbook's service depends on another one. */
  dependsOn?: ((service: string) => boolean) | undefined;
  /** When the alert began, Unix milliseconds. */
  startMs?: number | undefined;
}

/** How many abnormal findings are listed beside the first. */
const NAMED = 3;
/** What began this close to the alert is likelier its cause than what had been so before. */
const TOGETHER_MS = 10 * 60_000;

/** Findings by `checkKey`. */
export type Findings = Readonly<Record<string, Finding | undefined>>;

/** The findings in a sentence and a half. What could not be judged is counted apart: it is no all-clear. */
export function overallFinding(
  { service, steps }: Pick<Runbook, 'service' | 'steps'>,
  findings: Findings,
  circumstances: Circumstances = {}
): Overall {
  // What is looked at to verify a repair says the same once more.
  const found = steps
    .filter(({ phase }) => phase !== 'verify')
    .flatMap(({ id, checks = [] }) => checks.flatMap((_check, index) => findings[checkKey(id, index)] ?? []));
  const of = (verdict: Finding['verdict']) => found.filter((finding) => finding.verdict === verdict);
  const abnormal = of('abnormal');
  const judged = abnormal.length + of('normal').length;
  const unclear = unclearWords(of('no-data').length, of('failed').length);
  if (abnormal.length > 0) {
    return abnormalOverall(service, abnormal, judged, unclear, circumstances);
  }
  const said = (state: Overall['state'], headline: string): Overall => ({
    state,
    headline,
    detail: '',
    sentence: headline,
    suspects: [],
  });
  if (unclear !== '') {
    const normal = judged > 0 ? `${countOf(judged, 'check')} ${judged === 1 ? 'is' : 'are'} normal, but ` : '';
    return said('unclear', `${normal}${unclear}: this is no all-clear.`);
  }
  if (judged === 0) {
    return said('not-run', 'No check has run yet.');
  }
  return said('clear', `${judged === 1 ? 'The only check is' : `All ${judged} checks are`} normal.`);
}

function abnormalOverall(
  own: string,
  abnormal: readonly Finding[],
  judged: number,
  unclear: string,
  { nameOf = (id) => id, dependsOn = () => false, startMs }: Circumstances
): Overall {
  const suspects = accused(abnormal, own, startMs);
  const [first] = suspects;
  const lead = leadOf(abnormal, own, first);
  const headline =
    first === undefined ? lead.statement : `${accusation(first, own, nameOf, dependsOn)} – ${lead.statement}`;
  const others = new Set(abnormal.map(factOf));
  others.delete(factOf(lead));
  const named = [...others].slice(0, NAMED);
  const more = others.size > NAMED ? `; ${others.size - NAMED} more` : '';
  const count = `${abnormal.length} of ${countOf(judged, 'check')} ${abnormal.length === 1 ? 'is' : 'are'} abnormal`;
  const also = named.length > 0 ? `, also ${named.join('; ')}${more}` : '';
  const detail = `${count}${also}.${unclear && ` ${unclear}.`}`;
  return { state: 'abnormal', headline, detail, sentence: `${headline} ${detail}`, suspects };
}

/**
 * What to say of the first suspect: why it is one. The service itself is often accused by a sample of its traces only;
 * the measurement after the symptom says more.
 */
function leadOf(abnormal: readonly Finding[], own: string, suspect: string | undefined): Finding {
  const [symptom, next] = abnormal as readonly [Finding, Finding?];
  if (suspect === undefined) {
    return symptom;
  }
  const accusing = abnormal.find(({ blames }) => blames === suspect) ?? symptom;
  return suspect === own && accusing.series === undefined ? (next ?? accusing) : accusing;
}

function accusation(
  suspect: string,
  own: string,
  nameOf: (service: string) => string,
  dependsOn: (service: string) => boolean
): string {
  if (suspect === own) {
    return `The findings point to ${nameOf(suspect)} itself`;
  }
  return dependsOn(suspect)
    ? `${nameOf(suspect)} is the abnormal dependency`
    : `The findings point to ${nameOf(suspect)}`;
}

function factOf({ fact, statement }: Finding): string {
  return fact ?? statement.replace(/\.$/, '');
}

function unclearWords(noData: number, failed: number): string {
  const parts = [
    ...(noData > 0 ? [`${noData} had no data`] : []),
    ...(failed > 0 ? [`${failed} could not be asked`] : []),
  ];
  return parts.join(' and ');
}

/**
 * The service itself is accused by most checks of its runbook: others are named first. Of those, the ones that went
 * wrong when the alert began, then the ones that most findings accuse.
 */
function accused(abnormal: readonly Finding[], own: string, startMs: number | undefined): string[] {
  const cases = new Map<string, { count: number; isTogether: boolean }>();
  for (const { blames, sinceMs = NaN, isSinceLeast = false } of abnormal) {
    if (blames !== undefined) {
      const { count = 0, isTogether = false } = cases.get(blames) ?? {};
      const began = !isSinceLeast && Math.abs(sinceMs - (startMs ?? NaN)) <= TOGETHER_MS;
      cases.set(blames, { count: count + 1, isTogether: isTogether || began });
    }
  }
  return [...cases]
    .sort(
      ([a, one], [b, other]) =>
        Number(a === own) - Number(b === own) ||
        Number(other.isTogether) - Number(one.isTogether) ||
        other.count - one.count
    )
    .map(([name]) => name);
}
