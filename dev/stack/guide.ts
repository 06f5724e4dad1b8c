import pc from 'picocolors';
import type { StackState } from './state';

const appPath = '/a/watchkeeper-oncall-app';

/** Where to look first, and where the servers behind it are. */
export function demoGuide({ servers }: StackState): string {
  const ui = servers.grafana ?? servers.preview;
  if (!ui) {
    return 'No user interface was started.';
  }
  const onCall = `${ui.url}${appPath}/home`;
  const behind = [
    ['Prometheus', servers.prometheus?.url],
    ['Alertmanager', servers.alertmanager?.url],
    ['Notifications', servers.webhook?.url],
    ['Jaeger', servers.jaeger?.url],
    ['Elasticsearch', servers.elasticsearch?.url],
  ].filter((row): row is [string, string] => row[1] !== undefined);
  return [
    '',
    pc.bold(pc.green(`Watchkeeper is running: ${onCall}`)),
    '',
    '"On call" shows what fires, about two minutes from now: open the runbook of the first card and run its',
    'checks. "Executive" is the same hour for the whole company: health, tenants, executions, objectives, cost.',
    'Six hours of history hold a few incidents; new ones happen as you watch.',
    '',
    'The servers behind it:',
    ...rows(behind),
    '',
  ].join('\n');
}

function rows(entries: string[][]): string[] {
  const width = Math.max(...entries.map(([title = '']) => title.length));
  return entries.map(([title = '', url = '']) => `  ${title.padEnd(width)}  ${pc.cyan(url)}`);
}
