/** @jest-environment node */
import fc from 'fast-check';
import { counterparts } from './counterparts';
import { operationStatistics } from './operations';
import { serviceCalls } from './serviceCalls';
import { spanSummary } from './spanSummary';
import { brokenSpans } from './testing/arbitrary';
import { spanOf, TRACE_ID } from './testing/spans';
import { buildTree, findSpan, type SpanNode } from './tree';
import { type KeyValue } from './types';

const tagsOf = (tags: Record<string, KeyValue['value']>) =>
  Object.entries(tags).map(([key, value]) => ({ key, value }));
const summaryOf = (tags: Record<string, KeyValue['value']>) => spanSummary({ tags: tagsOf(tags) });
const factsOf = (tags: Record<string, KeyValue['value']>) => Object.fromEntries(summaryOf(tags)?.facts ?? []);

describe('a database span', () => {
  const old = {
    'db.operation': 'select',
    'db.sql.table': 'users',
    'db.system': 'postgresql',
    'db.statement': 'SELECT * FROM users WHERE id = $1',
  };
  const stable = {
    'db.operation.name': 'select',
    'db.collection.name': 'users',
    'db.system.name': 'postgresql',
    'db.query.text': 'SELECT * FROM users WHERE id = $1',
  };

  it.each([
    ['old names', old],
    ['new names', stable],
  ])('says the same with %s', (_, tags) => {
    expect(summaryOf(tags)).toEqual({
      role: 'database',
      headline: 'SELECT users',
      facts: [
        ['Database', 'postgresql'],
        ['Operation', 'select'],
        ['Table', 'users'],
      ],
      statement: 'SELECT * FROM users WHERE id = $1',
    });
  });

  it('goes by the new names when it has both, and takes None for none', () => {
    expect(summaryOf({ ...old, ...stable, 'db.collection.name': 'accounts' })?.headline).toBe('SELECT accounts');
    expect(summaryOf({ ...old, 'db.statement': 'None', 'db.operation': 'None' })).toMatchObject({
      headline: 'users',
      statement: undefined,
    });
    expect(summaryOf({ 'db.system': 'redis' })?.headline).toBe('redis');
  });

  it('has a statement of a thousand characters at most', () => {
    expect(summaryOf({ ...old, 'db.statement': 'x'.repeat(1001) })?.statement).toBe(`${'x'.repeat(1000)}…`);
    expect(summaryOf({ ...old, 'db.statement': 'x'.repeat(1000) })?.statement).toBe('x'.repeat(1000));
  });

  it('is counted with its table where its name alone would not tell', () => {
    const on = (id: string, table: string) =>
      spanOf(id, 0, 10, { operation: 'db.select', tags: tagsOf({ 'db.sql.table': table }) });
    const tree = buildTree(TRACE_ID, [
      on('a', 'users'),
      on('b', 'orders'),
      on('c', 'users'),
      spanOf('d', 0, 10, { operation: 'SELECT users', tags: tagsOf({ 'db.collection.name': 'users' }) }),
    ]);
    const none = new Float64Array(4);
    const counts = operationStatistics(tree, none, none).map(({ operationName, count }) => [operationName, count]);
    expect(Object.fromEntries(counts)).toEqual({ 'db.select users': 2, 'db.select orders': 1, 'SELECT users': 1 });
  });
});

describe('an HTTP span', () => {
  it.each([
    [
      'old',
      {
        'http.method': 'POST',
        'http.url': 'http://pay/x',
        'http.status_code': 201,
        'http.response_content_length': 12,
      },
    ],
    [
      'new',
      {
        'http.request.method': 'POST',
        'url.full': 'http://pay/x',
        'http.response.status_code': 201,
        'http.response.body.size': 12,
      },
    ],
  ])('of a client is one by its address, with %s names and without a kind', (_, tags) => {
    expect(summaryOf(tags)).toMatchObject({ role: 'http-client', headline: 'POST http://pay/x' });
    expect(factsOf(tags)).toEqual({ Method: 'POST', Address: 'http://pay/x', Status: '201', 'Answer, bytes': '12' });
  });

  it('of a server says its route', () => {
    const tags = { 'http.method': 'GET', 'http.route': '/users/{id}', 'http.url': 'http://users/users/7' };
    expect(summaryOf(tags)).toMatchObject({ role: 'http-server', headline: 'GET /users/{id}' });
    expect(summaryOf({ ...tags, 'span.kind': 'client' })?.headline).toBe('GET http://users/users/7');
  });
});

describe('a message', () => {
  const sent = {
    'messaging.system': 'rabbitmq',
    'messaging.destination': 'orders',
    'messaging.message_id': 'm-1',
    'messaging.operation': 'send',
  };
  const received = {
    'messaging.system': 'kafka',
    'messaging.destination.name': 'orders',
    'messaging.message.id': 'm-1',
    'messaging.operation.type': 'process',
  };

  it('is sent or received, by kind or else by operation', () => {
    expect(summaryOf(sent)).toMatchObject({ role: 'producer', headline: 'send orders' });
    expect(summaryOf(received)).toMatchObject({ role: 'consumer', headline: 'process orders' });
    expect(summaryOf({ ...received, 'span.kind': 'producer' })?.role).toBe('producer');
    expect(factsOf(sent)).toEqual({
      Messaging: 'rabbitmq',
      Operation: 'send',
      Destination: 'orders',
      'Message id': 'm-1',
    });
  });

  it('leads from its consumer to its producer by its id, also without a reference', () => {
    const tree = buildTree(TRACE_ID, [
      spanOf('p', 0, 10, { tags: tagsOf(sent) }),
      spanOf('c', 30, 40, { tags: tagsOf(received) }),
      spanOf('x', 30, 40, { tags: tagsOf({ ...received, 'messaging.message.id': 'm-2' }) }),
      spanOf('y', 30, 40),
    ]);
    const of = (id: string) => counterparts(tree, findSpan(tree, id) as SpanNode).map(({ span }) => span.spanId);
    expect([of('c'), of('p'), of('x'), of('y')]).toEqual([['p'], ['c'], [], []]);
  });
});

describe('an instrumented function', () => {
  it('has its module, whether it was asynchronous and how it went, and no second duration', () => {
    const tags = {
      'function.name': 'fetch',
      'function.module': 'users',
      'function.async': true,
      'function.success': false,
      'function.error': 'boom',
      'function.duration': 1.5,
    };
    expect(summaryOf(tags)).toMatchObject({ role: 'function', headline: 'users.fetch' });
    expect(factsOf(tags)).toEqual({
      Module: 'users',
      Function: 'fetch',
      Asynchronous: 'true',
      Succeeded: 'false',
      Error: 'boom',
    });
  });

  it('is an operation with a name otherwise, and nothing when nothing is known', () => {
    expect(summaryOf({ 'operation.name': 'user_lookup', 'operation.duration': 0.2 })).toEqual({
      role: 'function',
      headline: 'user_lookup',
      facts: [['Operation', 'user_lookup']],
    });
    expect(summaryOf({ user_id: 123 })).toBeUndefined();
  });
});

describe('calls between services', () => {
  it('are where a span is of another service than its parent', () => {
    const tree = buildTree(TRACE_ID, [
      spanOf('a', 0, 100, { service: 'web' }),
      spanOf('b', 10, 30, { service: 'users', parent: 'a' }),
      spanOf('c', 40, 90, { service: 'users', parent: 'a', error: true }),
      spanOf('d', 50, 60, { service: 'users', parent: 'c' }),
      spanOf('e', 120, 130, { service: 'mail', follows: 'c' }),
    ]);
    expect(serviceCalls(tree)).toEqual([
      { from: 'web', to: 'users', count: 2, errorCount: 1, totalUs: 70_000, asyncCount: 0 },
      { from: 'users', to: 'mail', count: 1, errorCount: 0, totalUs: 10_000, asyncCount: 1 },
    ]);
  });

  it('are at most as many as spans with a parent, whatever the trace', () => {
    fc.assert(
      fc.property(brokenSpans, (spans) => {
        const tree = buildTree(TRACE_ID, spans);
        const calls = serviceCalls(tree);
        expect(calls.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(
          tree.nodes.length - tree.roots.length
        );
        expect(calls.every(({ from, to }) => from !== to)).toBe(true);
      })
    );
  });
});
