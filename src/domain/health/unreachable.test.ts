import { type Sample } from '../metrics/types';
import { unreachableJobs } from './unreachable';

const sample = (job: string, value: number): Sample => ({ labels: { job }, timeMs: 0, value });

it('names jobs that are down, and counts when only a part is', () => {
  expect(
    unreachableJobs(
      [sample('nops-kernel', 3), sample('edge-lite', 2), sample('fine', 1)],
      [sample('nops-kernel', 1), sample('edge-lite', 2), sample('gone', 1), sample('fine', 0)]
    )
  ).toEqual(['edge-lite', 'gone', 'nops-kernel (1 of 3)']);
});
