/** @jest-environment node */
import { webhookServer } from './server';

interface Received {
  receiver: string;
  notification: unknown;
}

test('keeps the latest notifications, newest first', async () => {
  const server = webhookServer(2);
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  try {
    for (const number of [1, 2, 3]) {
      const answer = await fetch(`${url}/notifications/page`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ number }),
      });
      expect(answer.status).toBe(204);
    }
    const listed = (await (await fetch(`${url}/notifications`)).json()) as Received[];
    expect(listed.map(({ receiver, notification }) => [receiver, notification])).toEqual([
      ['page', { number: 3 }],
      ['page', { number: 2 }],
    ]);
  } finally {
    await server.close();
  }
});
