import { once } from 'node:events';
import { Command, Option } from 'commander';
import pc from 'picocolors';
import { bringDown } from './commands/down';
import { bringUp, type Provider } from './commands/up';
import { dockerEngineAnswers } from './compose/provider';
import { interruption, projectDir, runCommandLine } from './entry';
import { StackFailure } from './failure';
import { findGrafana } from './grafana/find';
import { defaultStackFolder, stackPaths } from './paths';
import { ensureBuilt } from './plugin';
import { consoleProgress } from './progress';
import { demoGuide } from './guide';

interface DemoOptions {
  provider: 'auto' | 'compose' | 'grafana' | 'preview';
  fresh: boolean;
  detach: boolean;
  stackDir: string;
}

const program = new Command('demo')
  .description('everything at once: servers, a history of data, live telemetry and the app in a browser')
  .addOption(
    new Option('--provider <kind>', 'who shows the app: Docker containers, a Grafana of this machine, the preview host')
      .choices(['auto', 'compose', 'grafana', 'preview'])
      .default('auto')
  )
  .option('--fresh', 'drop all data first', false)
  .option('--detach', 'leave everything running; `npm run stack -- down` ends it', false)
  .option('--stack-dir <folder>', 'where this stack keeps its state, logs and data', defaultStackFolder)
  .action(runDemo);

async function runDemo(options: DemoOptions): Promise<void> {
  const signal = interruption();
  const progress = consoleProgress({ signal });
  const paths = stackPaths(projectDir, options.stackDir);
  const provider = await chooseProvider(options.provider);
  progress.note(pc.bold(`Watchkeeper demo with ${titles[provider.kind]}`));
  await ensureBuilt(paths, progress);
  const result = await bringUp(paths, { provider, fresh: options.fresh, telemetry: true }, progress);
  console.log(demoGuide(result.state));
  if (options.detach || !result.started) {
    console.log(`Running in the background. ${pc.dim('End it with: npm run stack -- down')}`);
    return;
  }
  console.log(pc.dim('Ctrl-C stops everything.'));
  await untilInterrupted(signal);
  await bringDown(paths, progress.uninterruptible());
}

const titles: Record<Provider['kind'], string> = {
  compose: 'Docker Compose',
  grafana: 'the Grafana of this machine and native servers',
  preview: 'native servers and the preview host',
  servers: 'native servers',
};

/** Docker first, then a Grafana of this machine, then the preview host. Throws a StackFailure if a wish cannot be met. */
async function chooseProvider(wish: DemoOptions['provider']): Promise<Provider> {
  const grafana = findGrafana();
  if (wish === 'grafana' && !grafana) {
    throw new StackFailure('No Grafana was found. Set GRAFANA_HOME to its folder, or put `grafana` on PATH.');
  }
  if (wish === 'compose' || (wish === 'auto' && (await dockerEngineAnswers()))) {
    return { kind: 'compose' };
  }
  return grafana && wish !== 'preview' ? { kind: 'grafana', grafana } : { kind: 'preview' };
}

/** Keeps the process alive: listening to an abort signal alone does not. */
async function untilInterrupted(signal: AbortSignal): Promise<void> {
  const keepAlive = setInterval(() => {}, 60_000);
  if (!signal.aborted) {
    await once(signal, 'abort');
  }
  clearInterval(keepAlive);
}

await runCommandLine(() => program.parseAsync());
