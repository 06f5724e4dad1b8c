import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { prometheusDataDir } from '../native/prometheus';
import { telemetryOptions, telemetryScript } from '../native/telemetry';
import type { StackPaths } from '../paths';
import { runLogged } from '../process/run';
import type { Progress } from '../progress';
import { planHistory, type HistoryPlan } from './plan';
import { blockNames, markAsOutOfOrder, metricsEndMs } from './prometheusBlocks';

/** Long blocks: promtool reads its whole input once for each block that it writes. */
const maxBlockDuration = '744h';

/** Where the spans and the logs of the history go. */
export interface TelemetryTargets {
  jaegerOtlpUrl: string;
  elasticsearchUrl: string;
}

export interface HistoryWriter {
  paths: StackPaths;
  targets: TelemetryTargets;
  /** The promtool program. */
  promtool: string;
}

/** What this stack's data lacks right now. */
export function historyPlan(paths: StackPaths, options: { fresh: boolean; longestGapMs?: number }): HistoryPlan {
  return planHistory({
    ...options,
    nowMs: Date.now(),
    metricsEndMs: metricsEndMs(prometheusDataDir(paths)),
    isComplete: existsSync(completionMark(paths)),
  });
}

/** Before a full history: nothing of the old one may remain in any server. */
export function dropData(paths: StackPaths): void {
  rmSync(paths.dataDir, { recursive: true, force: true });
  rmSync(paths.telemetryDir, { recursive: true, force: true });
}

/**
 * Plays the history into the running Jaeger and Elasticsearch and writes the metrics as Prometheus blocks.
 * Prometheus must not run yet: it reads new blocks at its start.
 */
export async function playHistory(
  plan: Exclude<HistoryPlan, { kind: 'none' }>,
  writer: HistoryWriter,
  progress: Progress
): Promise<void> {
  const { paths } = writer;
  const openMetricsDir = path.join(paths.telemetryDir, 'openmetrics');
  rmSync(openMetricsDir, { recursive: true, force: true });
  const since = plan.kind === 'gap' ? ['--since', String(Math.round(plan.sinceMs))] : [];
  const subject = plan.kind === 'gap' ? 'what happened since the last run' : 'the history';
  await progress.step(`Play ${subject}: spans, logs, metrics`, () =>
    runLogged({
      label: 'The telemetry backfill',
      command: process.execPath,
      args: [
        '--import',
        'tsx',
        telemetryScript,
        'backfill',
        ...telemetryOptions(paths.telemetryDir, writer.targets),
        ...since,
      ],
      cwd: paths.projectDir,
      logFile: path.join(paths.logsDir, 'backfill.log'),
    })
  );
  await progress.step(
    'Write the metrics as Prometheus blocks',
    () => writeBlocks(writer, openMetricsDir),
    (count) => `${count} blocks`
  );
  writeFileSync(completionMark(paths), '');
}

/** An interrupted history has no mark: its data is partial and must be played anew. */
function completionMark(paths: StackPaths): string {
  return path.join(paths.telemetryDir, 'complete');
}

async function writeBlocks({ paths, promtool }: HistoryWriter, openMetricsDir: string): Promise<number> {
  const dataDir = prometheusDataDir(paths);
  mkdirSync(dataDir, { recursive: true });
  const before = new Set(blockNames(dataDir));
  const files = existsSync(openMetricsDir) ? readdirSync(openMetricsDir).filter((name) => name.endsWith('.om')) : [];
  for (const file of files.sort()) {
    await runLogged({
      label: `Writing blocks of ${file}`,
      command: promtool,
      args: [
        'tsdb',
        'create-blocks-from',
        'openmetrics',
        '--quiet',
        `--max-block-duration=${maxBlockDuration}`,
        path.join(openMetricsDir, file),
        dataDir,
      ],
      cwd: paths.projectDir,
      logFile: path.join(paths.logsDir, 'promtool.log'),
    });
  }
  const added = blockNames(dataDir).filter((name) => !before.has(name));
  added.forEach((name) => markAsOutOfOrder(dataDir, name));
  return added.length;
}
