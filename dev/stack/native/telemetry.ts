import { loopback } from '../ports';
import { typescriptCommand, type ServerSpec, type SpecContext } from './spec';

export const telemetryScript = 'dev/telemetry/main.ts';

/** Options with which the generator finds the servers that it writes to. */
export function telemetryTargets({ paths, ports }: SpecContext): string[] {
  return [
    '--out',
    paths.telemetryDir,
    '--jaeger-otlp',
    `http://${loopback}:${ports.otlpHttp}`,
    '--elasticsearch',
    `http://${loopback}:${ports.elasticsearch}`,
  ];
}

/** The generator in live mode: scraped metrics, spans and logs as they happen. */
export function telemetrySpec(context: SpecContext): ServerSpec {
  const url = `http://${loopback}:${context.ports.telemetry}`;
  return {
    name: 'telemetry',
    title: 'Telemetry generator',
    ...typescriptCommand(telemetryScript, [
      'live',
      '--port',
      String(context.ports.telemetry),
      ...telemetryTargets(context),
    ]),
    healthUrl: `${url}/sd`,
    readyWithinMs: 60_000,
    published: { url },
  };
}
