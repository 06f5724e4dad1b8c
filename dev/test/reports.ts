import { z } from 'zod';
import type { Report, Tally } from './tally';

const jestReportSchema = z.looseObject({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  /** Files that could not even be loaded. */
  numRuntimeErrorTestSuites: z.number(),
});

/** Counts of `jest --json`. Throws when the text is no such report. */
export function jestTally(report: string): Tally {
  const counts = jestReportSchema.parse(JSON.parse(report));
  return {
    passed: counts.numPassedTests,
    failed: counts.numFailedTests + counts.numRuntimeErrorTestSuites,
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}

const playwrightReportSchema = z.looseObject({
  stats: z.looseObject({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  /** Errors outside of any test: configuration, files that do not load. */
  errors: z.array(z.unknown()),
});

/** Counts of Playwright's JSON reporter; tests that passed only when repeated are remarked on. Throws on other text. */
export function playwrightTally(report: string): Report {
  const { stats, errors } = playwrightReportSchema.parse(JSON.parse(report));
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    ...(stats.flaky > 0 && { remark: `${stats.flaky} passed only when repeated` }),
  };
}

/** Counts of a JUnit XML report, as promtool writes it. */
export function junitTally(report: string): Tally {
  const cases = [...report.matchAll(/<testcase\b[^>]*?(?:\/>|>([\s\S]*?)<\/testcase>)/g)].map(([, body]) => body ?? '');
  const isMarked = (mark: RegExp) => cases.filter((body) => mark.test(body)).length;
  const failed = isMarked(/<(failure|error)\b/);
  const skipped = isMarked(/<skipped\b/);
  return { passed: cases.length - failed - skipped, failed, skipped };
}
