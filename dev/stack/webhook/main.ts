import { Command } from 'commander';
import { webhookServer } from './server';

const options = new Command('webhook')
  .description('receives what Alertmanager sends and keeps the latest notifications')
  .option('--port <port>', 'port', '9095')
  .option('--host <address>', 'address to bind', '127.0.0.1')
  .parse()
  .opts<{ port: string; host: string }>();

const server = webhookServer();
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void server.close());
}
await server.listen({ port: Number(options.port), host: options.host });
