import { Command } from 'commander';
import { bringDown } from './commands/down';
import { showLogs } from './commands/logs';
import { formatStatus, serverStatuses } from './commands/status';
import { bringUp } from './commands/up';
import { interruption, projectDir, runCommandLine } from './entry';
import { StackFailure } from './failure';
import { defaultStackFolder, stackPaths } from './paths';
import { consoleProgress } from './progress';
import { readState, type StackState } from './state';

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
    const provider = { kind: options.ui ? ('preview' as const) : ('servers' as const) };
    const progress = consoleProgress({ signal: interruption() });
    const { state } = await bringUp(paths(), { ...options, provider }, progress);
    console.log(formatStatus(await serverStatuses(state)));
  });

program
  .command('down')
  .description('stop everything that `up` or the demo started; the data stays')
  .action(async () => {
    if (!(await bringDown(paths(), consoleProgress()))) {
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
    const lines = Number(options.lines);
    await showLogs(paths(), runningState(), server, { follow: options.follow, lines });
  });

function runningState(): StackState {
  const state = readState(paths().stateFile);
  if (!state) {
    throw new StackFailure('Nothing is running. Start the stack with: npm run stack -- up');
  }
  return state;
}

await runCommandLine(() => program.parseAsync());
