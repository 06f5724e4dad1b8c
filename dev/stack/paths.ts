import path from 'node:path';

/** Where one stack keeps everything it writes. All paths are absolute. */
export interface StackPaths {
  projectDir: string;
  /** Shared by every stack of this checkout: server binaries and jars. */
  binDir: string;
  buildDir: string;
  stackDir: string;
  stateFile: string;
  logsDir: string;
  configDir: string;
  dataDir: string;
  telemetryDir: string;
}

/** The demo's folder; the tests use one of their own so that a running demo is left alone. */
export const defaultStackFolder = '.cache/stack';

/** @param stackFolder absolute, or relative to the project */
export function stackPaths(projectDir: string, stackFolder = defaultStackFolder): StackPaths {
  const stackDir = path.resolve(projectDir, stackFolder);
  const isDemo = stackDir === path.resolve(projectDir, defaultStackFolder);
  return {
    projectDir,
    binDir: path.join(projectDir, '.cache/bin'),
    buildDir: path.join(projectDir, '.cache/build'),
    stackDir,
    stateFile: path.join(stackDir, 'state.json'),
    logsDir: path.join(stackDir, 'logs'),
    configDir: path.join(stackDir, 'config'),
    dataDir: path.join(stackDir, 'data'),
    telemetryDir: isDemo ? path.join(projectDir, '.cache/telemetry') : path.join(stackDir, 'telemetry'),
  };
}
