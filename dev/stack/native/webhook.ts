import { loopback } from '../ports';
import { typescriptCommand, type ServerSpec, type SpecContext } from './spec';

/** Stands where a pager or a chat would be: shows what Alertmanager delivers. */
export function webhookSpec({ ports }: SpecContext): ServerSpec {
  const url = `http://${loopback}:${ports.webhook}`;
  return {
    name: 'webhook',
    title: 'Webhook receiver',
    ...typescriptCommand('dev/stack/webhook/main.ts', ['--port', String(ports.webhook)]),
    healthUrl: `${url}/`,
    readyWithinMs: 30_000,
    published: { url: `${url}/notifications` },
  };
}
