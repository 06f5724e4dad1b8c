import { arrayOf, recordOf, stringOf } from './json';
import { type DataSourceErrorKind, type NotFoundError } from './errors';

/** What a status or an error text means. */
export interface Verdict {
  kind: Exclude<DataSourceErrorKind, 'partial' | 'truncated'>;
  what?: NotFoundError['what'];
  /** True when the server behind the data source refused Grafana, not Grafana the viewer. */
  upstream?: boolean;
}

type Rule = readonly [pattern: RegExp, verdict: Verdict];

// Order matters: rejected queries come first because their texts quote the query, which may contain anything.
const rules: readonly Rule[] = [
  [/^bad_data:|\bparse error\b|failed to parse query|invalid parameter "/i, { kind: 'bad-query' }],
  [/result window is too large|too many buckets|too_many_buckets|exceeded maximum resolution/i, { kind: 'bad-query' }],
  [/no mapping found for|fielddata is disabled|text fields are not optimi[sz]ed/i, { kind: 'bad-query' }],
  [/missing metrics and aggregations|error while parsing the query|traceid is empty/i, { kind: 'bad-query' }],
  [/response is too large|larger than max|resource ?exhausted/i, { kind: 'bad-query' }],
  [/data ?source not found|unable to find data ?source/i, { kind: 'not-found', what: 'data-source' }],
  [
    /unable to load data ?source meta ?data|does not contain a valid data source/i,
    { kind: 'not-found', what: 'data-source' },
  ],
  [/plugin not registered|plugin not found/i, { kind: 'not-found', what: 'data-source' }],
  [/\bdial (tcp|udp|unix)\b|connection refused|connection reset|no such host|no route to host/i, { kind: 'down' }],
  [/network is unreachable|bad gateway|service unavailable|became unavailable|^unavailable:|: EOF$/i, { kind: 'down' }],
  [/plugin unavailable|error occurred within the plugin/i, { kind: 'down' }],
  [/^timeout:|deadline exceeded|i\/o timeout|timed out|client\.timeout|gateway timeout/i, { kind: 'timeout' }],
  [/^execution:/i, { kind: 'bad-query' }],
  [/^not_found:|no such index|index_not_found/i, { kind: 'not-found', what: 'resource' }],
  [/access denied|permission|forbidden|unauthori[sz]ed|security_exception/i, { kind: 'no-permission' }],
];

const upstreamStatus = /(?:request failed:|status code:?|response with status code)\s*(\d{3})\b/i;

/** Classifies an error text of Grafana, of a plugin or of the server behind it; undefined when it says nothing. */
export function classifyText(text: string): Verdict | undefined {
  const status = upstreamStatus.exec(text)?.[1];
  if (status !== undefined) {
    return { ...classifyStatus(Number(status)), upstream: true };
  }
  return rules.find(([pattern]) => pattern.test(text))?.[1];
}

/** Classifies by status alone. */
export function classifyStatus(status: number): Verdict {
  switch (status) {
    case 400:
    case 413:
    case 422:
      return { kind: 'bad-query' };
    case 401:
    case 403:
      return { kind: 'no-permission' };
    case 404:
      return { kind: 'not-found', what: 'resource' };
    case 408:
    case 504:
      return { kind: 'timeout' };
    case 502:
    case 503:
      return { kind: 'down' };
    default:
      return { kind: 'unexpected' };
  }
}

/**
 * The text of an error body: Grafana writes `message`, Prometheus `errorType` and `error`, Elasticsearch
 * `error.root_cause[0].reason`, Jaeger `errors[0].msg`, others plain text.
 */
export function errorText(body: unknown): string {
  if (typeof body === 'string') {
    return body.trimStart().startsWith('<') ? 'the answer is a web page' : body.trim();
  }
  const { message, error, errorType, errors } = recordOf(body);
  if (typeof errorType === 'string' && typeof error === 'string') {
    return `${errorType}: ${error}`;
  }
  const jaegerMessage = recordOf(arrayOf(errors)[0]).msg;
  const text = [elasticsearchReason(error), message, error, jaegerMessage].find(
    (candidate) => typeof candidate === 'string'
  );
  return stringOf(text)?.trim() ?? '';
}

function elasticsearchReason(error: unknown): unknown {
  const { reason, root_cause: causes } = recordOf(error);
  return recordOf(arrayOf(causes)[0]).reason ?? reason;
}
