import fastify, { type FastifyInstance } from 'fastify';

interface Received {
  receiver: string;
  receivedAt: string;
  notification: unknown;
}

/**
 * POST /notifications/:receiver stores what Alertmanager delivers; GET /notifications lists it, newest first.
 * @param capacity how many notifications are kept
 */
export function webhookServer(capacity = 200): FastifyInstance {
  const received: Received[] = [];
  const server = fastify({ bodyLimit: 4 * 1024 * 1024 });
  server.get('/', () => ({ status: 'ready' }));
  server.get('/notifications', () => received);
  server.post<{ Params: { receiver: string } }>('/notifications/:receiver', (request, reply) => {
    received.unshift({
      receiver: request.params.receiver,
      receivedAt: new Date().toISOString(),
      notification: request.body,
    });
    received.length = Math.min(received.length, capacity);
    return reply.code(204).send();
  });
  return server;
}
