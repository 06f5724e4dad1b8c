import getPort, { portNumbers } from 'get-port';

export const loopback = '127.0.0.1';

/** Documented ports; each moves to the next free one when it is taken. */
export const preferredPorts = {
  ui: 3000,
  prometheus: 9090,
  alertmanager: 9093,
  webhook: 9095,
  jaegerQuery: 16686,
  jaegerQueryGrpc: 16685,
  jaegerAdmin: 14269,
  jaegerCollectorHttp: 14268,
  jaegerCollectorGrpc: 14250,
  jaegerSampling: 5778,
  jaegerSamplingGrpc: 5779,
  otlpGrpc: 4317,
  otlpHttp: 4318,
  elasticsearch: 9200,
  elasticsearchTransport: 9300,
  telemetry: 9464,
  kibana: 5601,
  vector: 8080,
} as const;

export type PortName = keyof typeof preferredPorts;
export type Ports = Record<PortName, number>;
export const allPorts = Object.keys(preferredPorts) as PortName[];

const searchSpan = 200;

/**
 * Free loopback ports for these servers, the preferred one or the next above it, no port twice.
 * Choose right before use: nobody keeps the ports free until then.
 */
export async function choosePorts<Name extends PortName>(
  names: readonly Name[],
  preferred: Record<PortName, number> = preferredPorts
): Promise<Record<Name, number>> {
  const chosen = {} as Record<Name, number>;
  // A preferred port stays with its owner, however early another server moves up.
  const reserved = new Set<number>(Object.values(preferred));
  for (const name of names) {
    const wanted = preferred[name];
    reserved.delete(wanted);
    const port = await getPort({ port: portNumbers(wanted, wanted + searchSpan), host: loopback, exclude: reserved });
    reserved.add(port);
    chosen[name] = port;
  }
  return chosen;
}
