import type { StackPaths } from '../paths';
import type { Ports } from '../ports';
import type { ServerName, ServerState } from '../state';

/** How one server is started natively, and how one knows that it is ready. */
export interface ServerSpec {
  name: ServerName;
  title: string;
  command: string;
  args: string[];
  /** Answers 2xx once the server can be used. */
  healthUrl: string;
  readyWithinMs: number;
  /** Published in state.json, with the pid added. */
  published: Omit<ServerState, 'pid' | 'processStart' | 'log'>;
  env?: Record<string, string>;
}

export interface SpecContext {
  paths: StackPaths;
  ports: Ports;
}

/** A TypeScript entry point as one process: without a wrapper that would keep signals to itself. */
export function typescriptCommand(script: string, args: string[]): Pick<ServerSpec, 'command' | 'args'> {
  return { command: process.execPath, args: ['--import', 'tsx', script, ...args] };
}
