import { shortestStepMs } from './step';

it('finds the step that the server took', () => {
  const series = (...times: number[]) => ({
    labels: {},
    name: '',
    points: times.map((time) => [time, 1] as const),
  });
  expect(shortestStepMs([series(0, 60, 300), series(120, 150)])).toBe(30);
  expect(shortestStepMs([series(5), series()])).toBeUndefined();
});
