import { spanCalling, untilFailure } from '../../kit/compose';
import type { Draw, SpanSpec } from '../../model';
import { audit, line } from './logs';
import { createUser, externalCheck, fetchPreferences, queries, userLookUp, userRoutes } from './operations';
import { databaseSpan, exceptionOf, operationAttributes, serverSpan, type Request } from './spans';

export function lookUpServer(draw: Draw, request: Request): SpanSpec {
  const lookUp = spanCalling(draw, userLookUp, [databaseSpan(draw, queries.selectUser, request)], (outcome) => ({
    attributes: {
      ...operationAttributes('user_lookup', 'user-service', outcome),
      user_id: request.userId,
      'user.found': !outcome.failed,
      'user.segment': draw.pick(['standard', 'premium']),
    },
    logs: [
      {
        ...line(
          'user-service',
          'info',
          'User retrieved successfully',
          { user_id: request.userId, operation: 'user_lookup' },
          request.correlationId
        ),
        offsetMs: outcome.durationMs * 0.9,
      },
    ],
  }));
  return serverSpan(draw, request, userRoutes.lookUp, [lookUp]);
}

export function preferencesServer(draw: Draw, request: Request): SpanSpec {
  const fetched = spanCalling(
    draw,
    fetchPreferences,
    [databaseSpan(draw, queries.selectPreferences, request)],
    (outcome) => ({
      attributes: {
        ...operationAttributes('user_service.fetch_user_preferences', 'user-service', outcome),
        'function.name': 'fetch_user_preferences',
        'function.module': 'user_service',
        'function.async': true,
        'function.success': !outcome.failed,
        'function.duration': outcome.durationMs / 1_000,
      },
    })
  );
  return serverSpan(draw, request, userRoutes.preferences, [fetched]);
}

export function createServer(draw: Draw, request: Request): SpanSpec {
  const check = (): SpanSpec =>
    spanCalling(draw, externalCheck, [], ({ failed }) => ({
      attributes: {
        'http.method': 'GET',
        'http.url': 'https://api.example.com/identity/check',
        'http.scheme': 'https',
        'http.status_code': failed ? 504 : 200,
        'http.response_content_length': 1_024,
      },
      ...(failed ? { exception: exceptionOf('ReadTimeout', 'no answer from api.example.com', 'http_client') } : {}),
    }));
  const calls = untilFailure([check, () => databaseSpan(draw, queries.insertUser, request)]);
  const created = spanCalling(draw, createUser, calls, (outcome) => ({
    attributes: {
      ...operationAttributes('user_service.create_user', 'user-service', outcome),
      'function.name': 'create_user',
      'function.module': 'user_service',
      'function.success': !outcome.failed,
      ...(outcome.failed ? { 'function.error': 'a call of create_user failed' } : {}),
      'function.duration': outcome.durationMs / 1_000,
    },
  }));
  return serverSpan(draw, request, userRoutes.create, [created]);
}

export function loginServer(draw: Draw, request: Request): SpanSpec {
  return serverSpan(
    draw,
    request,
    userRoutes.login,
    [],
    [
      line(
        'user-service',
        'info',
        'User login attempt',
        { user_id: request.userId, ip_address: '192.168.1.1' },
        request.correlationId
      ),
      audit('user-service', 'user_login', request.userId, 'authentication_system', request.correlationId),
    ]
  );
}
