import { loopback } from '../ports';
import { typescriptCommand, type ServerSpec, type SpecContext } from './spec';

/** The built plugin in the preview host, which reads the addresses of the servers from the state file. */
export function previewSpec({ paths, ports }: SpecContext): ServerSpec {
  const url = `http://${loopback}:${ports.ui}`;
  return {
    name: 'preview',
    title: 'Preview host',
    ...typescriptCommand('dev/preview/server.ts', ['--port', String(ports.ui), '--state', paths.stateFile]),
    healthUrl: `${url}/`,
    readyWithinMs: 60_000,
    published: { url },
  };
}
