import type { Attributes, Draw, ExceptionSpec, LogLevel, LogSpec, Outcome, SpanSpec } from '../../model';
import { covering, inSequence, spanOf } from '../../kit/spans';
import { dependencies, type Endpoint } from './operations';
import { TENANTS } from './topology';

/** Ids that all spans and logs of one request share. */
export interface RequestContext {
  tenantId: string;
  agentId: string;
  executionId: string;
}

export function newContext(draw: Draw): RequestContext {
  return {
    tenantId: draw.weighted(TENANTS),
    agentId: `agent-${draw.int(100, 180)}`,
    executionId: `exec-${draw.hex(10)}`,
  };
}

export function log(service: string, level: LogLevel, message: string, fields: LogSpec['fields'] = {}): LogSpec {
  return { schema: 'enis', service, level, message, fields };
}

const FAILURES = {
  timeout: ['TimeoutError', 'deadline of 2.0s exceeded while waiting for an answer'],
  dependency_error: ['DependencyError', 'a service that this execution depends on gave no usable answer'],
  provider_unavailable: ['ProviderUnavailableError', 'connection refused by the model provider'],
  rate_limited: ['RateLimitError', 'the provider asked to slow down'],
  InternalError: ['KeyError', "'plan_revision'"],
} as const;
export type FailureType = keyof typeof FAILURES;

function isFailureType(value: unknown): value is FailureType {
  return typeof value === 'string' && value in FAILURES;
}

/** An exception as a Python service would record it. */
export function failure(type: FailureType, module: string): ExceptionSpec {
  const [name, message] = FAILURES[type];
  const path = module.replaceAll('.', '/');
  return {
    type: name,
    message,
    stacktrace: [
      'Traceback (most recent call last):',
      `  File "/app/${path}.py", line 118, in run`,
      '    result = await self._call(request)',
      `  File "/app/${path}.py", line 203, in _call`,
      `    raise ${name}(reason)`,
      `${name}: ${message}`,
    ].join('\n'),
  };
}

/** Redis and SQL work below a kernel request. */
export function kernelQueries(draw: Draw, { method }: Endpoint): SpanSpec[] {
  const redis = spanOf(dependencies.redis, draw.operation(dependencies.redis), {
    attributes: { 'db.system': 'redis', 'db.statement': 'GET ?', 'net.peer.name': 'redis' },
  });
  const operation = method === 'POST' ? dependencies.insert : dependencies.postgres;
  const statement =
    method === 'POST'
      ? 'INSERT INTO executions (id, tenant_id, agent_id, state) VALUES (%s, %s, %s, %s)'
      : 'SELECT id, state, updated_at FROM executions WHERE tenant_id = %s ORDER BY updated_at DESC LIMIT 50';
  const sql = spanOf(operation, draw.operation(operation), {
    attributes: {
      'db.system': 'postgresql',
      'db.name': 'enis',
      'db.statement': statement,
      'net.peer.name': 'postgres',
    },
  });
  return [redis, sql];
}

/** A FastAPI server span with its access log, and its error log when it failed. */
export function serverSpan(
  draw: Draw,
  context: RequestContext,
  target: Endpoint,
  outcome: Outcome,
  children: SpanSpec[],
  extra: Attributes = {}
): SpanSpec {
  const statusCode = outcome.failed ? 500 : 200;
  const cause = isFailureType(extra.error_type) ? extra.error_type : 'InternalError';
  const exception = failure(cause, target.service.replaceAll('-', '_'));
  const span = covering(
    spanOf(target.operation, outcome, {
      attributes: {
        'http.method': target.method,
        'http.route': target.endpoint,
        'http.status_code': statusCode,
        tenant_id: context.tenantId,
        ...extra,
      },
      children: inSequence(children, draw.between(0.4, 2), 0.6),
      ...(outcome.failed && children.every((child) => child.status !== 'error') ? { exception } : {}),
    })
  );
  const fields = {
    tenant_id: context.tenantId,
    execution_id: context.executionId,
    method: target.method,
    endpoint: target.endpoint,
    status: statusCode,
    duration_ms: Math.round(span.durationMs * 10) / 10,
  };
  const access: LogSpec = { ...log(target.service, 'info', 'request_completed', fields), offsetMs: span.durationMs };
  const error: LogSpec = {
    ...log(target.service, 'error', 'request_failed', {
      ...fields,
      error: exception.message,
      error_type: cause,
      exception: exception.stacktrace,
    }),
    offsetMs: span.durationMs,
  };
  return { ...span, logs: [outcome.failed ? error : access] };
}
