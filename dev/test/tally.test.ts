import { closingLine, judged, sum } from './tally';

test('sums every column', () => {
  expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  expect(
    sum([
      { passed: 3, failed: 1, skipped: 0 },
      { passed: 10, failed: 0, skipped: 2 },
    ])
  ).toEqual({ passed: 13, failed: 1, skipped: 2 });
});

test('a good run stays as it is', () => {
  expect(judged({ passed: 5, failed: 0, skipped: 1 }, 0)).toEqual({ tally: { passed: 5, failed: 0, skipped: 1 } });
  expect(judged({ passed: 5, failed: 2, skipped: 0 }, 1).tally.failed).toBe(2);
});

test('a runner that fails without a failed test has failed', () => {
  const { tally, complaint } = judged({ passed: 5, failed: 0, skipped: 0 }, 2);
  expect(tally).toEqual({ passed: 5, failed: 1, skipped: 0 });
  expect(complaint).toContain('exit code 2');
});

test('a run of no tests has failed, skipped ones or not', () => {
  expect(judged({ passed: 0, failed: 0, skipped: 4 }, 0).tally.failed).toBe(1);
  expect(judged({ passed: 0, failed: 0, skipped: 0 }, 0).complaint).toBe('no test was run');
});

test('the closing line names skipped tests only when there are any', () => {
  expect(closingLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  expect(closingLine({ passed: 12, failed: 1, skipped: 3 })).toBe('12 passed, 1 failed, 3 skipped');
});
