/** What a suite came to. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** What a runner's report says. */
export interface Report extends Tally {
  /** Worth knowing even when everything passed. */
  remark?: string;
}

export const onePassed: Tally = { passed: 1, failed: 0, skipped: 0 };
export const oneFailed: Tally = { passed: 0, failed: 1, skipped: 0 };

export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 }
  );
}

/**
 * A runner's own counts, held against how it ended: a runner that failed without a failed test (it crashed, or a
 * limit was missed) counts as one failure, and so does a run of no tests at all.
 * @returns the counts, and why a failure was added
 */
export function judged(counts: Tally, exitCode: number): { tally: Tally; complaint?: string } {
  if (exitCode !== 0 && counts.failed === 0) {
    return { tally: { ...counts, failed: 1 }, complaint: `the runner ended with exit code ${exitCode}` };
  }
  if (counts.passed + counts.failed === 0) {
    return { tally: { ...counts, failed: 1 }, complaint: 'no test was run' };
  }
  return { tally: counts };
}

/** The closing line, alone on its line: "12 passed, 0 failed", with skipped tests named when there are any. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
