import { classifyStatus, classifyText, errorText, type Verdict } from './classifyText';
import { type DataSourceError, type ErrorContext } from './errors';

/** An HTTP answer that is not 2xx. */
export interface HttpFailure {
  status: number;
  body: unknown;
}

/** The error of one refId inside an answer of `/api/ds/query`. */
export interface RefFailure {
  error: string;
  /** Status of the refId; Grafana writes 500 where it knows nothing better. */
  status?: number | undefined;
}

/** Classifies a failed HTTP call to Grafana (queries as a whole, resources, proxy, alert rules). */
export function classifyHttp({ status, body }: HttpFailure, context: ErrorContext = {}): DataSourceError {
  const text = errorText(body);
  const byStatus = classifyStatus(status);
  // A status that says it all wins over the text; 400 and 500 are used for anything.
  const decisive = byStatus.kind !== 'bad-query' && byStatus.kind !== 'unexpected' && byStatus.kind !== 'not-found';
  const verdict = decisive ? byStatus : (classifyText(text) ?? byStatus);
  return build(verdict, text, { ...context, status, cause: body });
}

/** Classifies the error of one refId. */
export function classifyRef({ error, status }: RefFailure, context: ErrorContext = {}): DataSourceError {
  // A status inside an answer is the server's behind the data source: Grafana lets nobody else so far.
  const verdict = classifyText(error) ?? { ...classifyStatus(status ?? 500), upstream: true };
  return build(verdict, error, { ...context, status, cause: error });
}

/** The browser got no HTTP answer at all. */
export function grafanaUnreachable(cause: unknown, context: ErrorContext = {}): DataSourceError {
  return {
    kind: 'down',
    message: 'Grafana did not answer. Check your network connection.',
    dataSourceUid: context.dataSourceUid,
    refId: context.refId,
    cause,
  };
}

/** The caller's own limit ran out. */
export function gaveUp(timeoutMs: number, context: ErrorContext = {}): DataSourceError {
  return {
    kind: 'timeout',
    message: `${subject(context)} did not answer within ${Math.round(timeoutMs / 100) / 10} s.`,
    dataSourceUid: context.dataSourceUid,
    refId: context.refId,
  };
}

/** An answer of the right status whose content is not what was asked for. */
export function unexpected(detail: string, context: ErrorContext = {}, cause?: unknown): DataSourceError {
  return { ...build({ kind: 'unexpected' }, detail, context), cause };
}

/** A question that is known to be rejected, so it is not sent. */
export function badQuery(message: string, context: ErrorContext = {}): DataSourceError {
  return { kind: 'bad-query', message, dataSourceUid: context.dataSourceUid, refId: context.refId };
}

function build(
  { kind, what, upstream }: Verdict,
  text: string,
  context: ErrorContext & { status?: number | undefined; cause?: unknown }
): DataSourceError {
  const { dataSourceUid, refId, status, cause } = context;
  const base = { dataSourceUid, refId, status, cause };
  const who = subject(context);
  switch (kind) {
    case 'not-found':
      return { ...base, kind, what: what ?? 'resource', message: notFoundMessage(who, what, text) };
    case 'no-permission':
      return { ...base, kind, message: permissionMessage(who, status, upstream) };
    case 'down':
      return { ...base, kind, message: `${who} is not reachable${suffix(lastPart(text))}` };
    case 'timeout':
      return { ...base, kind, message: `${who} did not answer in time${suffix(lastPart(text))}` };
    case 'bad-query':
      return { ...base, kind, message: `${who} rejected the query${suffix(queryDetail(text))}` };
    default:
      return { ...base, kind, message: `${who} answered with an error${suffix(text)}` };
  }
}

function subject({ subject: named, dataSourceName, dataSourceUid }: ErrorContext): string {
  if (named !== undefined) {
    return named;
  }
  const name = dataSourceName ?? dataSourceUid;
  return name === undefined ? 'The server' : `Data source "${name}"`;
}

function suffix(detail: string): string {
  if (detail === '') {
    return '.';
  }
  return `: ${detail}${/[.!?]$/.test(detail) ? '' : '.'}`;
}

function notFoundMessage(who: string, what: Verdict['what'], text: string): string {
  return what === 'data-source'
    ? `${who} does not exist, or its plugin is not installed.`
    : `${who} has nothing there${suffix(text)}`;
}

function permissionMessage(who: string, status: number | undefined, upstream: boolean | undefined): string {
  if (upstream) {
    return `${who} refused the credentials that Grafana uses.`;
  }
  return status === 401
    ? 'You are not signed in to Grafana any more.'
    : `${who} may not be queried with your permissions.`;
}

/** `Post "http://10.0.0.1:9090/…": dial tcp 10.0.0.1:9090: connect: connection refused` → `connection refused`. */
function lastPart(text: string): string {
  return text.split(': ').at(-1)?.trim() ?? '';
}

/** Without the prefixes that name Prometheus' own HTTP parameters. */
function queryDetail(text: string): string {
  return text.replace(/^(bad_data|execution): /, '').replace(/^invalid parameter "query": /, '');
}
