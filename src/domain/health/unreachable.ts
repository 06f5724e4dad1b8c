import { type Sample } from '../metrics/types';

/**
 * Jobs with targets that do not answer.
 * @param all number of targets by `job`.
 * @param down number of those that do not answer by `job`; jobs without any are absent.
 * @returns `edge-lite` when all of a job's targets are down, `nops-kernel (1 of 3)` when some are; sorted.
 */
export function unreachableJobs(all: readonly Sample[], down: readonly Sample[]): string[] {
  const totals = new Map(all.map(({ labels, value }) => [labels['job'], value]));
  return down
    .filter(({ value }) => value > 0)
    .map(({ labels, value }) => {
      const job = labels['job'] ?? 'a target without a job';
      const total = totals.get(labels['job']) ?? value;
      return value < total ? `${job} (${value} of ${total})` : job;
    })
    .sort((a, b) => a.localeCompare(b));
}
