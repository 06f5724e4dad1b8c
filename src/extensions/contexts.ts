import { BASE_PATH } from '../app/constants';
import { logsUrl, pageUrl } from '../app/navigation';
import { traceIdsInText } from '../domain/logs/traceIdsInText';
import { openedQuery } from '../domain/runbook/address';

/**
 * Where a link of Grafana leads, by what Grafana says about the place that it stands in. Contexts are not versioned and
 * differ between Grafanas: whatever is missing or of another shape makes the link lead to a more general page, or
 * disappear when there is nothing it could show.
 */
type Context = object | undefined;

/** The instance of an alert, or a rule → the alert's page. */
export function alertPath(context: Context): string | undefined {
  const said = memberOf(memberOf(context, 'instance'), 'labels') ?? memberOf(context, 'labels');
  // A rule's labels may be templates, which are no alert's.
  const labels = Object.fromEntries(Object.entries(stringsOf(said)).filter(([, value]) => !value.includes('{{')));
  const name = labels['alertname'] ?? textOf(memberOf(memberOf(context, 'rule'), 'name') ?? memberOf(context, 'name'));
  if (!name) {
    return undefined;
  }
  const opened = openedQuery({ labels });
  return `${pageUrl('alerts', [name], '')}${opened && `?${opened}`}`;
}

/** A panel, or what is open in Explore → the trace, the traces, the log lines or the services that its queries are about. */
export function queriesPath(context: Context): string {
  const search = rangeOf(context);
  for (const target of listOf(memberOf(context, 'targets'))) {
    const type = textOf(memberOf(memberOf(target, 'datasource'), 'type'));
    const query = textOf(memberOf(target, 'query')) ?? '';
    if (type === 'jaeger') {
      const [id] = traceIdsInText(query);
      return id ? pageUrl('traces', [id], search) : pageUrl('traces', [], search);
    }
    if (type === 'elasticsearch') {
      return logsUrl({ query }, search);
    }
    const service = /\bservice(?:_name)?="([^"$]+)"/.exec(textOf(memberOf(target, 'expr')) ?? '')?.[1];
    if (service) {
      return withSearch(pageUrl('services', [], search), service);
    }
  }
  return pageUrl('home', [], search);
}

/** A span, or a log line with its attributes → its trace. */
export function tracePath(context: Context): string | undefined {
  const said = textOf(memberOf(context, 'traceID')) ?? textOf(memberOf(context, 'traceId'));
  const [id] = traceIdsInText(said ?? JSON.stringify(memberOf(context, 'attributes') ?? ''));
  const span = textOf(memberOf(context, 'spanID')) ?? textOf(memberOf(context, 'spanId'));
  if (id === undefined) {
    return undefined;
  }
  const path = pageUrl('traces', [id], '');
  return span && /^[0-9a-f]+$/i.test(span) ? `${path}?span=${span}` : path;
}

function withSearch(url: string, text: string): string {
  return `${url}${url.includes('?') ? '&' : '?'}search=${encodeURIComponent(text)}`;
}

/** `from` and `to` as in a URL: what Grafana hands over is raw text, a moment, or milliseconds. */
function rangeOf(context: Context): string {
  const range = memberOf(context, 'timeRange');
  const [from, to] = ['from', 'to'].map((end) => {
    const value = memberOf(range, end);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  });
  return from && to ? new URLSearchParams({ from, to }).toString() : '';
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function stringsOf(value: unknown): Record<string, string> {
  const entries = Object.entries(typeof value === 'object' && value !== null ? value : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Grafana shows a link of a plugin only when it stays within the plugin. */
export function isOwnPath(path: string): boolean {
  return path.startsWith(`${BASE_PATH}/`);
}
