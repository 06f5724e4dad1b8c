/** An upstream server's answer, whatever its status. */
export interface UpstreamAnswer {
  status: number;
  statusText: string;
  body: string;
  headers: Headers;
}

/** No answer came: refused, reset, unresolvable. The message reads as Grafana's (Go's HTTP client) would. */
export class UpstreamUnreachable extends Error {}

const REFUSED_URL = 'http://127.0.0.1:1';

/** Address used to play a server that is down: a port on which nothing can listen for us. */
export function refusedUrl(): string {
  return REFUSED_URL;
}

function capitalised(method: string): string {
  return method.charAt(0) + method.slice(1).toLowerCase();
}

function explain(error: unknown, url: URL): string {
  const cause = error instanceof Error ? (error.cause as { code?: string } | undefined) : undefined;
  const host = `${url.hostname}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
  if (cause?.code === 'ECONNREFUSED' || url.origin === REFUSED_URL) {
    return `dial tcp ${host}: connect: connection refused`;
  }
  return cause?.code ?? (error instanceof Error ? error.message : String(error));
}

/**
 * Calls an upstream server.
 * @throws UpstreamUnreachable when there is no HTTP answer at all
 */
export async function callUpstream(url: string, init: RequestInit = {}): Promise<UpstreamAnswer> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (error) {
    const method = capitalised(init.method ?? 'GET');
    throw new UpstreamUnreachable(`${method} "${url}": ${explain(error, new URL(url))}`);
  }
  return {
    status: response.status,
    statusText: `${response.status} ${response.statusText}`.trim(),
    body: await response.text(),
    headers: response.headers,
  };
}
