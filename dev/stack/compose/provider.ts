import path from 'node:path';
import { StackFailure } from '../failure';
import type { StackPaths } from '../paths';
import { allPorts, choosePorts, loopback, type Ports } from '../ports';
import { outputOf, runLogged } from '../process/run';
import type { Progress } from '../progress';
import { writeState, type StackState } from '../state';

/** True when an engine answers: a Docker client alone starts nothing. */
export async function dockerEngineAnswers(): Promise<boolean> {
  const version = await outputOf('docker', ['info', '--format', '{{.ServerVersion}}']);
  return version !== undefined && version.trim() !== '';
}

/** Builds and starts the containers and waits until they are healthy. Throws a StackFailure otherwise. */
export async function composeUp(
  paths: StackPaths,
  options: { fresh: boolean },
  progress: Progress
): Promise<StackState> {
  if ((await outputOf('docker', ['compose', 'version'])) === undefined) {
    throw new StackFailure(
      'A Docker engine answers, but `docker compose` does not exist. Install the Compose plugin (version 2.20 or newer), or start without Docker: npm run demo -- --provider preview'
    );
  }
  if (options.fresh) {
    await composeDown(paths, { dropData: true }, progress);
  }
  const ports = await choosePorts(allPorts);
  const state = composeState(ports);
  writeState(paths.stateFile, state);
  await progress.step('Start the containers (the first time their images are downloaded)', () =>
    compose(paths, ['up', '--detach', '--build', '--wait'], portVariables(ports))
  );
  return state;
}

export async function composeDown(
  paths: StackPaths,
  options: { dropData: boolean },
  progress: Progress
): Promise<void> {
  await progress.step('Stop the containers', () =>
    compose(paths, ['down', ...(options.dropData ? ['--volumes'] : [])])
  );
}

/** Arguments of `docker` that show the logs of one service or of all. */
export function composeLogArguments(
  paths: StackPaths,
  service: string | undefined,
  options: { follow: boolean; lines: number }
): string[] {
  return [
    ...['compose', '--file', composeFile(paths), 'logs', '--tail', String(options.lines)],
    ...(options.follow ? ['--follow'] : []),
    ...(service ? [service] : []),
  ];
}

/** The environment variables with which docker-compose.yaml moves a port. */
export function portVariables(ports: Ports): Record<string, string> {
  const variables = {
    UI_PORT: ports.ui,
    PROMETHEUS_PORT: ports.prometheus,
    ALERTMANAGER_PORT: ports.alertmanager,
    WEBHOOK_PORT: ports.webhook,
    JAEGER_PORT: ports.jaegerQuery,
    OTLP_GRPC_PORT: ports.otlpGrpc,
    OTLP_HTTP_PORT: ports.otlpHttp,
    ELASTICSEARCH_PORT: ports.elasticsearch,
    KIBANA_PORT: ports.kibana,
    VECTOR_PORT: ports.vector,
    TELEMETRY_PORT: ports.telemetry,
  };
  return Object.fromEntries(Object.entries(variables).map(([name, port]) => [name, String(port)]));
}

function composeState(ports: Ports): StackState {
  const at = (port: number) => `http://${loopback}:${port}`;
  return {
    provider: 'compose',
    startedAt: new Date().toISOString(),
    servers: {
      grafana: { url: at(ports.ui) },
      prometheus: { url: at(ports.prometheus) },
      alertmanager: { url: at(ports.alertmanager) },
      webhook: { url: `${at(ports.webhook)}/notifications` },
      jaeger: { url: at(ports.jaegerQuery), otlpHttpUrl: at(ports.otlpHttp), otlpGrpcUrl: at(ports.otlpGrpc) },
      elasticsearch: { url: at(ports.elasticsearch) },
      telemetry: { url: at(ports.telemetry) },
    },
  };
}

async function compose(paths: StackPaths, args: string[], env: Record<string, string> = {}): Promise<void> {
  await runLogged({
    label: `docker compose ${args[0] ?? ''}`,
    command: 'docker',
    args: ['compose', '--file', composeFile(paths), ...args],
    cwd: paths.projectDir,
    logFile: path.join(paths.logsDir, 'compose.log'),
    env,
  });
}

function composeFile(paths: StackPaths): string {
  return path.join(paths.projectDir, 'docker-compose.yaml');
}
