import { type Finding, type FoundTrace } from './findings';
import { type Findings, type Overall } from './overall';

/** A trace to look at first, and what it shows. */
export interface Evidence {
  trace: FoundTrace;
  /** Who is accused by the check that found it; undefined when nobody is. */
  blames: string | undefined;
}

/** The trace that shows best what is wrong: one of the likeliest suspect's, else one of any abnormal check. */
export function bestTrace(findings: Findings, { suspects }: Pick<Overall, 'suspects'>): Evidence | undefined {
  const withTraces = Object.values(findings).filter(
    (finding): finding is Finding => finding?.verdict === 'abnormal' && (finding.traces?.length ?? 0) > 0
  );
  const rank = ({ blames }: Finding) => {
    const place = blames === undefined ? -1 : suspects.indexOf(blames);
    return place < 0 ? suspects.length : place;
  };
  const [best] = [...withTraces].sort((a, b) => rank(a) - rank(b));
  const trace = best?.traces?.[0];
  return trace && { trace, blames: best.blames };
}
