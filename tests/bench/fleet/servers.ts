import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loopback, choosePorts } from '../../../dev/stack/ports';
import { startInBackground, stopProcess, type BackgroundProcess } from '../../../dev/stack/process/background';
import { waitUntilHealthy } from '../../../dev/stack/process/health';
import { isSameProcess } from '../../../dev/stack/process/identity';
import { runLogged } from '../../../dev/stack/process/run';
import { fleetCatalog } from './catalog';
import { writeFleetHistory } from './history';

const MAX_BLOCK_DURATION = '1488h';

/** A Prometheus that holds a fleet, and a preview host that shows it. */
export interface FleetServers {
  url: string;
  prometheusUrl: string;
  samples: number;
  stop(): Promise<void>;
}

/** Plays the history of `size` services and starts the servers on free loopback ports. */
export async function startFleet(projectDir: string, size: number): Promise<FleetServers> {
  const folder = path.join(projectDir, '.cache/bench', String(size));
  const at = (name: string) => path.join(folder, name);
  const bin = (name: string) => path.join(projectDir, '.cache/bin', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(at('logs'), { recursive: true });
  const samples = writeFleetHistory(at('fleet.om'), size, Date.now());
  await runLogged({
    label: 'Writing the blocks of the fleet',
    command: bin('promtool'),
    args: [
      ...['tsdb', 'create-blocks-from', 'openmetrics', '--quiet'],
      ...[`--max-block-duration=${MAX_BLOCK_DURATION}`, at('fleet.om'), at('tsdb')],
    ],
    cwd: projectDir,
    logFile: at('logs/promtool.log'),
  });
  rmSync(at('fleet.om'));
  writeFileSync(at('prometheus.yml'), 'scrape_configs: []\n');
  writeFileSync(at('settings.json'), JSON.stringify(settings(size)));

  const ports = await choosePorts(['prometheus', 'ui']);
  const prometheusUrl = `http://${loopback}:${ports.prometheus}`;
  const url = `http://${loopback}:${ports.ui}`;
  const started: BackgroundProcess[] = [];
  const stop = async () => {
    await Promise.all(started.map(({ pid, processStart }) => stopProcess(pid, processStart)));
    rmSync(folder, { recursive: true, force: true });
  };
  const start = async (label: string, command: string, args: string[], healthUrl: string) => {
    const logFile = at(`logs/${label}.log`);
    const running = await startInBackground({ command, args, cwd: projectDir, logFile });
    started.push(running);
    const isAlive = () => isSameProcess(running.pid, running.processStart);
    await waitUntilHealthy({ label, url: healthUrl, limitMs: 120_000, isAlive, logFile });
  };
  try {
    await start(
      'prometheus',
      bin('prometheus'),
      [
        `--config.file=${at('prometheus.yml')}`,
        `--storage.tsdb.path=${at('tsdb')}`,
        '--storage.tsdb.retention.time=60d',
        `--web.listen-address=${loopback}:${ports.prometheus}`,
      ],
      `${prometheusUrl}/-/ready`
    );
    await start(
      'preview',
      process.execPath,
      [
        ...['--import', 'tsx', 'dev/preview/server.ts', '--port', String(ports.ui)],
        ...['--state', at('none.json'), '--settings', at('settings.json'), '--prometheus', prometheusUrl],
      ],
      `${url}/`
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, prometheusUrl, samples, stop };
}

function settings(size: number) {
  return { enabled: true, pinned: true, jsonData: { catalog: fleetCatalog(size) } };
}
