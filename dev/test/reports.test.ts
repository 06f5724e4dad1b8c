import { jestTally, junitTally, playwrightTally } from './reports';

test('Jest: a file that does not load is a failure, pending and todo are skipped', () => {
  const report = JSON.stringify({
    numPassedTests: 40,
    numFailedTests: 2,
    numPendingTests: 1,
    numTodoTests: 3,
    numRuntimeErrorTestSuites: 1,
    success: false,
  });
  expect(jestTally(report)).toEqual({ passed: 40, failed: 3, skipped: 4 });
});

test('Playwright: an error outside of any test is a failure, a flaky test is remarked on', () => {
  const report = JSON.stringify({
    config: {},
    stats: { expected: 9, unexpected: 1, flaky: 1, skipped: 2, duration: 1234.5 },
    errors: [{ message: 'cannot load' }],
  });
  expect(playwrightTally(report)).toEqual({ passed: 10, failed: 2, skipped: 2, remark: '1 passed only when repeated' });
});

test('JUnit: counts the cases of every suite', () => {
  const report = `<testsuites>
    <testsuite name="a.yaml" tests="3" failures="1" errors="0" skipped="0">
      <testcase name="good"></testcase>
      <testcase name="bad"><failure>got: {} 1E+00</failure></testcase>
      <testcase name="short"/>
    </testsuite>
    <testsuite name="b.yaml" tests="2" failures="0" errors="1" skipped="1">
      <testcase name="broken"><error>no such file</error></testcase>
      <testcase name="later"><skipped></skipped></testcase>
    </testsuite>
  </testsuites>`;
  expect(junitTally(report)).toEqual({ passed: 2, failed: 2, skipped: 1 });
  expect(junitTally('<testsuites></testsuites>')).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test('a report of another shape is refused', () => {
  expect(() => jestTally('{}')).toThrow();
  expect(() => playwrightTally('{"stats":{}}')).toThrow();
  expect(() => jestTally('not JSON')).toThrow();
});
