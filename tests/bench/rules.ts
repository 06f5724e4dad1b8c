import { startFleet } from './fleet/servers';
import { benchEvaluation } from './rulesEvaluation';
import { benchGeneration } from './rulesGeneration';

const SIZE = 1_000;

/** Rules of many objectives: the time that it takes to make them, and what Prometheus reads to evaluate them. */
export async function benchRules(projectDir: string, runs: number): Promise<void> {
  benchGeneration(projectDir, SIZE, runs);
  const fleet = await startFleet(projectDir, SIZE);
  try {
    await benchEvaluation(fleet.prometheusUrl, SIZE);
  } finally {
    await fleet.stop();
  }
}
