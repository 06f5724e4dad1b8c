import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import pc from 'picocolors';
import { showLogs } from './commands/logs';
import { formatStatus, serverStatuses } from './commands/status';
import { bringUp } from './commands/up';
import { messageOf, StackFailure } from './failure';
import { stopAll } from './native/down';
import { defaultStackFolder, stackPaths } from './paths';
import { consoleProgress } from './progress';
import { readState, type StackState } from './state';

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const progress = consoleProgress();

const program = new Command('stack')
  .description('the development stack: Prometheus, Alertmanager, Jaeger, Elasticsearch, telemetry, user interface')
  .option('--stack-dir <folder>', 'where this stack keeps its state, logs and data', defaultStackFolder);

const paths = () => stackPaths(projectDir, program.opts<{ stackDir: string }>().stackDir);

program
  .command('up')
  .description('install what is missing and start everything on 127.0.0.1')
  .option('--fresh', 'drop all data first', false)
  .option('--no-telemetry', 'start the servers without generated data')
  .option('--no-ui', 'start the servers only')
  .action(async (options: { fresh: boolean; telemetry: boolean; ui: boolean }) => {
    const state = await bringUp(paths(), { ...options, ui: options.ui ? 'preview' : 'none' }, progress);
    console.log(formatStatus(await serverStatuses(state)));
  });

program
  .command('down')
  .description('stop everything that `up` started; the data stays')
  .action(async () => {
    if ((await stopAll(paths(), progress)) === 0) {
      console.log('Nothing is running.');
    }
  });

program
  .command('status')
  .description('which servers run, and where; exit code 1 unless all of them are ready')
  .action(async () => {
    const statuses = await serverStatuses(runningState());
    console.log(formatStatus(statuses));
    process.exitCode = statuses.every(({ condition }) => condition === 'ready') ? 0 : 1;
  });

program
  .command('logs [server]')
  .description('the end of the logs')
  .option('-f, --follow', 'go on as they grow', false)
  .option('-n, --lines <count>', 'lines of each', '50')
  .action(async (server: string | undefined, options: { follow: boolean; lines: string }) => {
    await showLogs(runningState(), server, { follow: options.follow, lines: Number(options.lines) });
  });

function runningState(): StackState {
  const state = readState(paths().stateFile);
  if (!state) {
    throw new StackFailure('Nothing is running. Start the stack with: npm run stack -- up');
  }
  return state;
}

try {
  await program.parseAsync();
} catch (error) {
  console.error(pc.red(messageOf(error)));
  if (!(error instanceof StackFailure) && error instanceof Error) {
    console.error(pc.dim(error.stack ?? ''));
  }
  process.exitCode = 1;
}
