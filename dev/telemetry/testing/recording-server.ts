import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecordedRequest {
  method: string;
  path: string;
  contentType: string;
  body: Buffer;
}

/** A real HTTP server on loopback that keeps what it was sent. */
export interface RecordingServer {
  url: string;
  requests: RecordedRequest[];
  /** What every following request gets. */
  answer(status: number, body: unknown): void;
  close(): Promise<void>;
}

export async function recordingServer(): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  let answer = { status: 200, body: '{}' };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      requests.push({
        method: request.method ?? '',
        path: request.url ?? '',
        contentType: request.headers['content-type'] ?? '',
        body: Buffer.concat(chunks),
      });
      response.writeHead(answer.status, { 'content-type': 'application/json', connection: 'close' }).end(answer.body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer: (status, body) => {
      answer = { status, body: JSON.stringify(body) };
    },
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
