/** @jest-environment node */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { temporaryFolder } from '../testing';
import { probe, waitUntilHealthy } from './health';

test('waits through refusals until the server is ready', async () => {
  let asked = 0;
  const server = createServer((_, response) => {
    asked += 1;
    response.statusCode = asked < 3 ? 503 : 200;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    await waitUntilHealthy({ label: 'It', url, limitMs: 10_000, isAlive: () => true });
    expect(asked).toBe(3);
    expect(await probe(url)).toBe('ok');
  } finally {
    server.close();
  }
});

test('gives up at once when the process has died, with the end of its log', async () => {
  const folder = temporaryFolder({ 'a.log': 'starting\nport in use\n' });
  const waiting = waitUntilHealthy({
    label: 'Jaeger',
    url: 'http://127.0.0.1:1/',
    limitMs: 60_000,
    isAlive: () => false,
    logFile: path.join(folder, 'a.log'),
  });
  await expect(waiting).rejects.toThrow(/Jaeger ended while starting[\s\S]*port in use/);
});

test('names the address and the last answer when time is up', async () => {
  const waiting = waitUntilHealthy({ label: 'It', url: 'http://127.0.0.1:1/', limitMs: 1, isAlive: () => true });
  await expect(waiting).rejects.toThrow(/did not become ready at http:\/\/127\.0\.0\.1:1\//);
});

test('an answer does not count when the process has died: another server gave it', async () => {
  const server = createServer((_, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  try {
    const waiting = waitUntilHealthy({ label: 'It', url, limitMs: 10_000, isAlive: () => false });
    await expect(waiting).rejects.toThrow('It ended while starting');
  } finally {
    server.close();
  }
});
