import type { TelemetryTargets } from '../data/history';
import { loopback } from '../ports';
import { typescriptCommand, type ServerSpec, type SpecContext } from './spec';

export const telemetryScript = 'dev/telemetry/main.ts';

/** The servers that a native generator writes to. */
export function nativeTelemetryTargets({ ports }: SpecContext): TelemetryTargets {
  return {
    jaegerOtlpUrl: `http://${loopback}:${ports.otlpHttp}`,
    elasticsearchUrl: `http://${loopback}:${ports.elasticsearch}`,
  };
}

/** The generator's options: where to write its files, and where its spans and logs go. */
export function telemetryOptions(telemetryDir: string, targets: TelemetryTargets): string[] {
  return ['--out', telemetryDir, '--jaeger-otlp', targets.jaegerOtlpUrl, '--elasticsearch', targets.elasticsearchUrl];
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
      ...telemetryOptions(context.paths.telemetryDir, nativeTelemetryTargets(context)),
    ]),
    healthUrl: `${url}/sd`,
    readyWithinMs: 60_000,
    published: { url },
  };
}
