import { Command } from 'commander';
import pc from 'picocolors';

import { comparisonRequests } from './compare/requests';
import { diffShapes } from './compare/shape';

interface Options {
  sinceMinutes: string;
  user?: string;
}

async function ask(base: string, request: { method: string; path: string; body?: unknown }, user: string | undefined) {
  const headers: Record<string, string> = {
    'content-type': typeof request.body === 'string' ? 'application/x-ndjson' : 'application/json',
    ...(user ? { authorization: `Basic ${Buffer.from(user).toString('base64')}` } : {}),
  };
  const response = await fetch(new URL(request.path, base), {
    method: request.method,
    headers,
    ...(request.body === undefined
      ? {}
      : { body: typeof request.body === 'string' ? request.body : JSON.stringify(request.body) }),
  });
  const text = await response.text();
  let body: unknown = text;
  try {
    body = JSON.parse(text);
  } catch {
    // some errors are plain text
  }
  return { status: response.status, body };
}

async function main(): Promise<void> {
  const command = new Command('compare')
    .description('Sends the same requests to two Grafana APIs and reports where the shape of the answers differs.')
    .argument('<urlA>')
    .argument('<urlB>')
    .option('--since-minutes <minutes>', 'window of the queries, up to now', '30')
    .option('--user <name:password>', 'basic authentication, if a side wants it')
    .parse();
  const [urlA = '', urlB = ''] = command.args;
  const { sinceMinutes, user } = command.opts<Options>();
  const toMs = Date.now();
  const requests = await comparisonRequests(urlA, toMs - Number(sinceMinutes) * 60_000, toMs);
  let differing = 0;
  for (const request of requests) {
    const [a, b] = await Promise.all([ask(urlA, request, user), ask(urlB, request, user)]);
    const differences = diffShapes(a, b);
    differing += differences.length > 0 ? 1 : 0;
    process.stdout.write(
      `${differences.length === 0 ? pc.green('same') : pc.red('DIFF')} ${request.what} (${a.status})\n`
    );
    differences.slice(0, 20).forEach((difference) => process.stdout.write(`     ${difference}\n`));
  }
  process.stdout.write(`${requests.length - differing} of ${requests.length} requests answered in the same shape\n`);
  process.exitCode = differing === 0 ? 0 : 1;
}

await main();
