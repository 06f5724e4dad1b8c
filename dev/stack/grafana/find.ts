import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

export interface GrafanaInstallation {
  /** The program, and what must come before its server options. */
  command: string;
  leadingArgs: string[];
  /** Holds `public/` and `conf/`. */
  homeDir: string;
}

const packagedHome = '/usr/share/grafana';

/** GRAFANA_HOME first, then `grafana` or `grafana-server` on PATH. Undefined when none has its files with it. */
export function findGrafana(env: NodeJS.ProcessEnv = process.env): GrafanaInstallation | undefined {
  const home = env['GRAFANA_HOME'];
  const folders = [
    ...(home ? [path.join(home, 'bin')] : []),
    ...(env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== ''),
  ];
  for (const folder of folders) {
    for (const program of ['grafana', 'grafana-server']) {
      const command = path.join(folder, program);
      const homeDir = existsSync(command) ? homeOf(command, home) : undefined;
      if (homeDir !== undefined) {
        return { command, leadingArgs: program === 'grafana' ? ['server'] : [], homeDir };
      }
    }
  }
  return undefined;
}

/** An archive keeps the program in `<home>/bin`, a package keeps its files elsewhere. */
function homeOf(command: string, given: string | undefined): string | undefined {
  const candidates = [...(given ? [given] : []), path.resolve(realpathSync(command), '../..'), packagedHome];
  return candidates.find((folder) => existsSync(path.join(folder, 'conf/defaults.ini')));
}
