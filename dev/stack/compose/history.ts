// Runs inside the stack's own image, before Prometheus starts; see docker-compose.yaml.
import { execFileSync } from 'node:child_process';
import { historyPlan, playHistory } from '../data/history';
import { prometheusDataDir } from '../native/prometheus';
import { stackPaths } from '../paths';
import { consoleProgress } from '../progress';

/** The user that Prometheus runs as in its image. */
const prometheusUser = '65534:65534';

const paths = stackPaths(process.cwd());
const progress = consoleProgress();
// The volumes cannot be dropped from in here: however long the gap, it is filled.
const plan = historyPlan(paths, { fresh: false, longestGapMs: Number.POSITIVE_INFINITY });
if (plan.kind === 'none') {
  progress.note('The history is complete.');
} else {
  const targets = { jaegerOtlpUrl: environment('JAEGER_OTLP_URL'), elasticsearchUrl: environment('ELASTICSEARCH_URL') };
  await playHistory(plan, { paths, targets, promtool: 'promtool' }, progress);
}
execFileSync('chown', ['-R', prometheusUser, prometheusDataDir(paths)]);

function environment(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; docker-compose.yaml sets it for the service "history"`);
  }
  return value;
}
