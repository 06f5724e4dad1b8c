import pc from 'picocolors';
import { probe } from '../process/health';
import { isSameProcess } from '../process/identity';
import { serverNames, type ServerName, type ServerState, type StackState } from '../state';

export type Condition = 'ready' | 'not answering' | 'stopped';

export interface ServerStatus {
  name: ServerName;
  condition: Condition;
  server: ServerState;
}

/** Looks at every server of the state: is its process the one that was started, and does it answer? */
export async function serverStatuses(state: StackState): Promise<ServerStatus[]> {
  const named = serverNames.flatMap((name) => {
    const server = state.servers[name];
    return server ? [{ name, server }] : [];
  });
  return Promise.all(named.map(async ({ name, server }) => ({ name, server, condition: await conditionOf(server) })));
}

async function conditionOf(server: ServerState): Promise<Condition> {
  if (server.pid !== undefined && !isSameProcess(server.pid, server.processStart)) {
    return 'stopped';
  }
  const answer = await probe(server.url);
  // Any HTTP answer is an answer: some servers have nothing at their root.
  return answer === 'ok' || answer.startsWith('HTTP ') ? 'ready' : 'not answering';
}

export function formatStatus(statuses: ServerStatus[]): string {
  const width = Math.max(...statuses.map(({ name }) => name.length));
  return statuses
    .map(({ name, condition, server }) => {
      const shown = condition.padEnd('not answering'.length);
      const coloured = condition === 'ready' ? pc.green(shown) : pc.red(shown);
      const pid = server.pid === undefined ? '' : `pid ${server.pid}`;
      return `${name.padEnd(width)}  ${coloured}  ${server.url}  ${pid}`.trimEnd();
    })
    .join('\n');
}
