import { z } from 'zod';
import { sloRuleGroups } from '../../src/catalog/rules';
import { isAlertingRule, type RecordingRule } from '../../src/domain/rules/types';
import { fleetCatalog } from './fleet/catalog';

const answer = z.object({
  data: z.object({
    stats: z.object({
      timings: z.object({ evalTotalTime: z.number() }),
      samples: z.object({ totalQueryableSamples: z.number() }),
    }),
  }),
});

/** Requests at once: the server has two cores to work with. */
const AT_ONCE = 4;

interface Cost {
  rules: number;
  samples: number;
  seconds: number;
}

/**
 * Evaluates the recordings of a fleet's objectives once on a Prometheus that holds its history, and prints what they
 * read. Alerts read two recorded samples each and are left out.
 */
export async function benchEvaluation(prometheusUrl: string, size: number): Promise<void> {
  const [system] = fleetCatalog(size).systems;
  const groups = system ? sloRuleGroups(system) : [];
  console.log(`\nOne evaluation of the recordings of ${size} objectives on a real Prometheus`);
  console.log(
    `  ${'group, every'.padEnd(24)} ${['rules', 'samples', 'seconds', 'samples/s'].map((name) => name.padStart(12)).join(' ')}`
  );
  for (const { name, interval, rules } of groups) {
    const cost = await evaluated(
      prometheusUrl,
      rules.filter((rule): rule is RecordingRule => !isAlertingRule(rule))
    );
    const intervalSeconds = interval === '1m' ? 60 : 300;
    const columns = [cost.rules, cost.samples, cost.seconds.toFixed(2), Math.round(cost.samples / intervalSeconds)];
    console.log(
      `  ${`${name}, ${interval}`.padEnd(24)} ${columns.map((value) => String(value).padStart(12)).join(' ')}`
    );
  }
}

async function evaluated(prometheusUrl: string, rules: readonly RecordingRule[]): Promise<Cost> {
  const cost: Cost = { rules: rules.length, samples: 0, seconds: 0 };
  const waiting = [...rules];
  const work = async () => {
    for (let rule = waiting.pop(); rule; rule = waiting.pop()) {
      const body = new URLSearchParams({ query: rule.expr, stats: 'all' });
      const response = await fetch(`${prometheusUrl}/api/v1/query`, { method: 'POST', body });
      const { stats } = answer.parse(await response.json()).data;
      cost.samples += stats.samples.totalQueryableSamples;
      cost.seconds += stats.timings.evalTotalTime;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return cost;
}
