/** @jest-environment node */
import { createServer, type Server } from 'node:net';
import getPort from 'get-port';
import { allPorts, choosePorts, preferredPorts } from './ports';

async function occupy(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

test('a taken port moves to the next free one, and no port is given twice', async () => {
  const free = await getPort({ host: '127.0.0.1' });
  const server = await occupy(free);
  try {
    const ports = await choosePorts(allPorts, { ...preferredPorts, prometheus: free, alertmanager: free });
    expect(ports.prometheus).toBeGreaterThan(free);
    expect(ports.alertmanager).toBeGreaterThan(ports.prometheus);
    expect(new Set(Object.values(ports)).size).toBe(Object.keys(preferredPorts).length);
  } finally {
    server.close();
  }
});

test('a server that moves up does not take the preferred port of another', async () => {
  const free = await getPort({ host: '127.0.0.1' });
  const server = await occupy(free);
  try {
    const ports = await choosePorts(['prometheus'], { ...preferredPorts, prometheus: free, telemetry: free + 1 });
    expect(ports.prometheus).not.toBe(free + 1);
  } finally {
    server.close();
  }
});
