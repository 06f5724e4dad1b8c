import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { bringDown } from '../stack/commands/down';
import { bringUp } from '../stack/commands/up';
import { installServers } from '../stack/install/all';
import { ensureBuilt } from '../stack/plugin';
import { consoleProgress, type Progress } from '../stack/progress';
import type { TestContext } from './context';

/** The servers that the live suites share. Each part starts at most once, when it is first asked for. */
export interface TestStack {
  /** The programs of the servers, promtool and amtool among them. */
  tools(): Promise<void>;
  /** The running servers with their data. */
  servers(): Promise<void>;
  /** The preview host on top of them; needs the built plugin. */
  userInterface(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestStackOptions {
  /** False keeps the data of the last run: quicker, for developers. */
  fresh: boolean;
  signal: AbortSignal;
}

export function testStack(context: TestContext, options: TestStackOptions): TestStack {
  const progress = fileProgress(context, options.signal);
  const tools = once(() => installServers(context.stack, progress));
  const servers = once(async () => {
    await tools();
    // Remains of an interrupted run.
    await bringDown(context.stack, progress);
    await bringUp(context.stack, { provider: { kind: 'servers' }, fresh: options.fresh, telemetry: true }, progress);
  });
  const userInterface = once(async () => {
    await ensureBuilt(context.stack, progress);
    await servers();
    await bringUp(context.stack, { provider: { kind: 'preview' }, fresh: false, telemetry: true }, progress);
  });
  return {
    tools,
    servers,
    userInterface,
    async stop() {
      // What is still starting must have been recorded before it can be stopped.
      await Promise.allSettled([servers.started, userInterface.started]);
      await bringDown(context.stack, progress.uninterruptible());
    },
  };
}

interface Once {
  (): Promise<void>;
  /** The one run, if there was one. */
  started?: Promise<void>;
}

function once(run: () => Promise<void>): Once {
  const result: Once = () => {
    if (!result.started) {
      result.started = run();
      // Whoever asks for it sees the failure; nobody may.
      result.started.catch(() => {});
    }
    return result.started;
  };
  return result;
}

/** The servers start while other suites print: their progress goes to a file. */
function fileProgress(context: TestContext, signal: AbortSignal): Progress {
  mkdirSync(context.reportsDir, { recursive: true });
  const log = createWriteStream(path.join(context.reportsDir, 'stack.log'));
  return consoleProgress({ write: (text) => void log.write(text), signal });
}
