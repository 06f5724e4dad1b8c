/** @jest-environment node */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { stripVTControlCharacters } from 'node:util';
import { processStart } from '../process/identity';
import { formatStatus, serverStatuses } from './status';

test('tells apart what is ready, what does not answer and what has stopped', async () => {
  const server = createServer((_, response) => response.writeHead(404).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const alive = { pid: process.pid, processStart: processStart(process.pid) };
  try {
    const statuses = await serverStatuses({
      provider: 'native',
      startedAt: '',
      servers: {
        jaeger: { url, ...alive },
        prometheus: { url: 'http://127.0.0.1:1', ...alive },
        alertmanager: { url, pid: process.pid, processStart: 'another' },
      },
    });
    expect(Object.fromEntries(statuses.map(({ name, condition }) => [name, condition]))).toEqual({
      jaeger: 'ready',
      prometheus: 'not answering',
      alertmanager: 'stopped',
    });
    expect(stripVTControlCharacters(formatStatus(statuses))).toContain(`jaeger        ready          ${url}`);
  } finally {
    server.close();
  }
});
