/** @jest-environment node */
import { fakeGrafana } from '../testing/fakeGrafana';
import { recordedAnswer } from '../testing/recorded';
import { type QueryModel } from '../types';
import { collect, postQueries, postQuery } from './postQueries';

jest.mock('@grafana/runtime', () => jest.requireActual('../testing/runtime'));

const range = { fromMs: 1795267577499, toMs: 1795269377499 };

function query(refId: string, expr: string, uid = 'prometheus', type = 'prometheus'): QueryModel & { expr: string } {
  return { refId, expr, datasource: { uid, type } };
}

/** One frame with one number, of that name. */
function answerTo(refIds: string[], status = 200, name = 'v'): { status: number; body: unknown } {
  const frame = { schema: { name, fields: [{ name: 'Value', type: 'number' }] }, data: { values: [[1]] } };
  return {
    status,
    body: { results: Object.fromEntries(refIds.map((refId) => [refId, { status: 200, frames: [frame] }])) },
  };
}

beforeEach(() => fakeGrafana.reset());

describe('posting queries', () => {
  it('sends the window in milliseconds as text, and keeps Grafana from showing an alert', async () => {
    fakeGrafana.answer(answerTo(['A']));
    await postQueries({ range: { fromMs: 1000.4, toMs: 2000 }, queries: [query('A', 'up')] });
    expect(fakeGrafana.requests[0]).toMatchObject({ method: 'POST', url: '/api/ds/query', showErrorAlert: false });
    expect(fakeGrafana.queryBodies()[0]).toEqual({ queries: [query('A', 'up')], from: '1000', to: '2000' });
  });

  it('keeps the good refIds of a 400', async () => {
    fakeGrafana.answer(recordedAnswer('prometheus-partial'));
    const response = await postQueries({ range, queries: [query('A', 'up'), query('B', 'sum(rate(')] });
    expect(response.get('A')).toMatchObject({ ok: true, value: [{ length: 1 }, { length: 1 }, { length: 1 }] });
    expect(response.get('B')).toMatchObject({ ok: false, error: { kind: 'bad-query', refId: 'B', status: 400 } });
    expect(collect(response)).toMatchObject({
      ok: true,
      warnings: [{ kind: 'partial', failures: [{ kind: 'bad-query', refId: 'B' }] }],
    });
  });

  it('decodes NaN, infinities and times finer than a millisecond', async () => {
    const frame = {
      schema: {
        fields: [
          { name: 't', type: 'time' },
          { name: 'v', type: 'number' },
        ],
      },
      data: {
        values: [
          [1, 2, 3],
          [null, null, null],
        ],
        entities: [null, { NaN: [0], Inf: [1], NegInf: [2] }],
        nanos: [[5, 6, 7], null],
      },
    };
    fakeGrafana.answer({ status: 200, body: { results: { A: { frames: [frame] } } } });
    const result = await postQuery(query('A', 'up'), { range });
    expect(result.ok && result.value[0]?.fields[1]?.values).toEqual([NaN, Infinity, -Infinity]);
    expect(result.ok && result.value[0]?.fields[0]?.nanos).toEqual([5, 6, 7]);
  });

  it('asks each data source by itself, so that one that is gone takes nobody with it', async () => {
    fakeGrafana.answer(({ data }) =>
      data.queries[0].datasource.uid === 'gone' ? recordedAnswer('datasource-unknown') : answerTo(['A', 'C'])
    );
    const queries = [query('A', 'up'), query('B', 'up', 'gone'), query('C', 'down')];
    const response = await postQueries({ range, queries });
    expect([...response.keys()]).toEqual(['A', 'B', 'C']);
    expect(response.get('A')?.ok).toBe(true);
    expect(response.get('B')).toMatchObject({
      error: { kind: 'not-found', what: 'data-source', refId: 'B', status: 404 },
    });
    expect(response.get('C')?.ok).toBe(true);
    expect(fakeGrafana.requests).toHaveLength(2);
  });

  it('sends equal queries of one request once, and answers each', async () => {
    fakeGrafana.answer(answerTo(['A']));
    const response = await postQueries({ range, queries: [query('A', 'up'), query('B', 'up')] });
    expect(fakeGrafana.queryBodies()[0]?.queries).toHaveLength(1);
    expect(response.get('B')).toMatchObject({ ok: true, value: [{ refId: 'B' }] });
  });

  it('shares a request between callers that ask the same under other refIds', async () => {
    fakeGrafana.answer(({ data }) => answerTo(data.queries.map(({ refId }: QueryModel) => refId)));
    const [first, second, other] = await Promise.all([
      postQuery(query('A', 'up'), { range }),
      postQuery(query('X', 'up'), { range }),
      postQuery(query('A', 'up'), { range: { ...range, toMs: range.toMs + 1 } }),
    ]);
    expect(fakeGrafana.requests).toHaveLength(2);
    expect(first).toMatchObject({ ok: true, value: [{ refId: 'A', fields: [{ values: [1] }] }] });
    expect(second).toMatchObject({ ok: true, value: [{ refId: 'X', fields: [{ values: [1] }] }] });
    expect(other.ok).toBe(true);
    await postQuery(query('A', 'up'), { range });
    expect(fakeGrafana.requests).toHaveLength(3);
  });

  it('cancels the HTTP request only when the last of its callers has left', async () => {
    fakeGrafana.answer('never');
    const [one, two] = [new AbortController(), new AbortController()];
    const first = postQuery(query('A', 'up'), { range, signal: one.signal });
    const second = postQuery(query('A', 'up'), { range, signal: two.signal });
    one.abort();
    await expect(first).rejects.toMatchObject({ name: 'AbortError' });
    expect(fakeGrafana.cancelled).toHaveLength(0);
    two.abort();
    await expect(second).rejects.toMatchObject({ name: 'AbortError' });
    expect(fakeGrafana.cancelled).toHaveLength(1);
  });

  it('gives every request an id of its own: an id that Grafana knows cancels the older request', async () => {
    fakeGrafana.answer(answerTo(['A']));
    await Promise.all([postQuery(query('A', 'up'), { range }), postQuery(query('A', 'down'), { range })]);
    expect(new Set(fakeGrafana.requests.map(({ requestId }) => requestId)).size).toBe(2);
  });

  it('is aborted when Grafana cancels', async () => {
    fakeGrafana.answer('cancel');
    await expect(postQuery(query('A', 'up'), { range })).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('gives up after the time that the caller allows', async () => {
    fakeGrafana.answer('never');
    const result = await postQuery(query('A', 'up'), { range, timeoutMs: 5 });
    expect(result).toMatchObject({ ok: false, error: { kind: 'timeout', refId: 'A', dataSourceUid: 'prometheus' } });
    expect(fakeGrafana.cancelled).toHaveLength(1);
  });

  it('says when Grafana itself cannot be reached', async () => {
    fakeGrafana.answer({ networkError: 'Failed to fetch' });
    expect(await postQuery(query('A', 'up'), { range })).toMatchObject({ error: { kind: 'down' } });
  });

  it.each([
    [403, { message: 'Access denied to data source' }, 'no-permission'],
    [500, { message: 'Query data error' }, 'unexpected'],
    [504, '<html>', 'timeout'],
  ])('classifies a request that failed as a whole (%i)', async (status, body, kind) => {
    fakeGrafana.answer({ status, body });
    const response = await postQueries({ range, queries: [query('A', 'up'), query('B', 'down')] });
    expect(response.get('B')).toMatchObject({ error: { kind, refId: 'B', status } });
    expect(collect(response)).toMatchObject({ ok: false, error: { kind } });
  });

  it('blames the failure of one refId on those that the answer leaves out', async () => {
    const results = { A: { error: 'unexpected status code: 502', status: 500 } };
    fakeGrafana.answer({ status: 400, body: { results } });
    const response = await postQueries({ range, queries: [query('A', 'x'), query('B', 'y')] });
    expect(response.get('B')).toMatchObject({ error: { kind: 'down', refId: 'B' } });
  });

  it('does not take a missing answer for an empty one', async () => {
    fakeGrafana.answer({ status: 200, body: { results: {} } });
    expect(await postQuery(query('A', 'up'), { range })).toMatchObject({ error: { kind: 'unexpected', refId: 'A' } });
  });

  it.each([
    [{ frames: [{ nonsense: true }] }],
    [{ frames: [{ schema: { fields: [{ name: 'v' }] }, data: { values: [] } }] }],
  ])('does not fall over an answer that is none: %j', async (entry) => {
    fakeGrafana.answer({ status: 200, body: { results: { A: entry } } });
    expect(await postQuery(query('A', 'up'), { range })).toMatchObject({ error: { kind: 'unexpected' } });
  });

  it.each([['{"ok":true}'], [{ message: 'hello' }], [null]])('says when the answer is no answer: %j', async (body) => {
    fakeGrafana.answer({ status: 200, body });
    expect(await postQuery(query('A', 'up'), { range })).toMatchObject({ error: { kind: 'unexpected' } });
  });

  it('reads an empty answer', async () => {
    fakeGrafana.answer({ status: 200, body: { results: { A: { status: 200, frames: null } } } });
    expect(await postQuery(query('A', 'up'), { range })).toEqual({ ok: true, value: [], warnings: [] });
  });

  it('passes the remarks of the server on, each once', async () => {
    const notice = { severity: 'warning', text: 'some shards did not answer' };
    const frame = {
      schema: { fields: [], meta: { notices: [notice, { severity: 'info', text: 'hm' }] } },
      data: { values: [] },
    };
    fakeGrafana.answer({ status: 200, body: { results: { A: { frames: [frame, frame] } } } });
    const result = await postQuery(query('A', 'up'), { range });
    expect(result.ok && result.warnings).toMatchObject([
      { kind: 'notice', severity: 'warning', message: 'some shards did not answer', refId: 'A' },
      { kind: 'notice', severity: 'info', message: 'hm' },
    ]);
  });

  it('asks nobody when no data source is chosen', async () => {
    expect(await postQuery(query('A', 'up', ''), { range })).toMatchObject({ error: { kind: 'not-configured' } });
    expect(fakeGrafana.requests).toHaveLength(0);
  });

  it('refuses two queries of one name', async () => {
    const response = await postQueries({ range, queries: [query('A', 'up'), query('A', 'down')] });
    expect(response.get('A')).toMatchObject({ error: { kind: 'bad-query' } });
    expect(fakeGrafana.requests).toHaveLength(0);
  });
});
