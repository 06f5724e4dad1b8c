import path from 'node:path';
import { loopback } from '../ports';
import type { ServerSpec, SpecContext } from './spec';

/**
 * Jaeger all-in-one, every listener on loopback. It keeps its spans in files (Badger), so that a restart
 * has them at once. A search for a least duration is looser there than elsewhere: any span of the trace counts,
 * not only those of the service asked for.
 */
export function jaegerSpec({ paths, ports }: SpecContext): ServerSpec {
  const dataDir = path.join(paths.dataDir, 'jaeger');
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
      '--badger.ephemeral=false',
      `--badger.directory-key=${path.join(dataDir, 'keys')}`,
      `--badger.directory-value=${path.join(dataDir, 'values')}`,
      '--badger.span-store-ttl=168h',
      '--log-level=warn',
      // A history arrives faster than it is stored, and what does not fit the queue is lost.
      '--collector.queue-size=300000',
      ...Object.entries(listeners).map(([flag, address]) => `--${flag}=${address}`),
    ],
    // Jaeger's spans about itself would look like a service of ours.
    env: { SPAN_STORAGE_TYPE: 'badger', OTEL_TRACES_SAMPLER: 'always_off' },
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
