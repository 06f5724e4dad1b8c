import path from 'node:path';
import type { StackPaths } from '../paths';
import { loopback } from '../ports';
import { typescriptCommand, type ServerSpec } from './spec';

/** The built plugin in the preview host, which reads the addresses of the servers from the state file. */
export function previewSpec({ paths, port }: { paths: StackPaths; port: number }): ServerSpec {
  const url = `http://${loopback}:${port}`;
  return {
    name: 'preview',
    title: 'Preview host',
    ...typescriptCommand('dev/preview/server.ts', [
      '--port',
      String(port),
      '--state',
      paths.stateFile,
      '--settings',
      path.join(paths.dataDir, 'preview/settings.json'),
    ]),
    healthUrl: `${url}/`,
    readyWithinMs: 60_000,
    published: { url },
  };
}
