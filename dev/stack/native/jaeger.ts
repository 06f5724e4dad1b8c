import path from 'node:path';
import { loopback } from '../ports';
import type { ServerSpec, SpecContext } from './spec';

/** Enough for six hours of generated traffic and a day of live traffic on top. */
const maxTraces = 60_000;

/** Jaeger all-in-one with in-memory storage, every listener on loopback. */
export function jaegerSpec({ paths, ports }: SpecContext): ServerSpec {
  const at = (port: number) => `${loopback}:${port}`;
  const listeners = {
    'query.http-server.host-port': at(ports.jaegerQuery),
    'query.grpc-server.host-port': at(ports.jaegerQueryGrpc),
    'collector.otlp.grpc.host-port': at(ports.otlpGrpc),
    'collector.otlp.http.host-port': at(ports.otlpHttp),
    'collector.http-server.host-port': at(ports.jaegerCollectorHttp),
    'collector.grpc-server.host-port': at(ports.jaegerCollectorGrpc),
    'admin.http.host-port': at(ports.jaegerAdmin),
    // The legacy agent cannot be turned off: it gets ports that nobody knows.
    'http-server.host-port': at(0),
    'processor.jaeger-binary.server-host-port': at(0),
    'processor.jaeger-compact.server-host-port': at(0),
    'processor.zipkin-compact.server-host-port': at(0),
  };
  return {
    name: 'jaeger',
    title: 'Jaeger',
    command: path.join(paths.binDir, 'jaeger-all-in-one'),
    args: [
      `--memory.max-traces=${maxTraces}`,
      '--log-level=warn',
      // The spans arrive in bursts while the history is played.
      '--collector.queue-size=20000',
      ...Object.entries(listeners).map(([flag, address]) => `--${flag}=${address}`),
    ],
    env: { SPAN_STORAGE_TYPE: 'memory' },
    healthUrl: `http://${at(ports.jaegerAdmin)}/`,
    readyWithinMs: 60_000,
    published: {
      url: `http://${at(ports.jaegerQuery)}`,
      otlpHttpUrl: `http://${at(ports.otlpHttp)}`,
      otlpGrpcUrl: `http://${at(ports.otlpGrpc)}`,
      adminUrl: `http://${at(ports.jaegerAdmin)}`,
    },
  };
}
