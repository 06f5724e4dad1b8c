/** @jest-environment node */
import fc from 'fast-check';
import { classifyHttp, classifyRef, gaveUp, grafanaUnreachable } from './classify';
import { classifyText, errorText } from './classifyText';
import { abortError, isAbortError } from './errors';
import { classifyPanelError } from './fromPanel';
import { recording } from './testing/recorded';

const context = { dataSourceUid: 'prom', dataSourceName: 'Prometheus' };

function recordedRef(name: string, refId = 'A') {
  const { results } = recording(name).response as { results: Record<string, { error: string; status: number }> };
  const { error, status } = results[refId] ?? { error: '', status: 0 };
  return classifyRef({ error, status }, { ...context, refId });
}

describe('errors of a refId, as a real Grafana wrote them', () => {
  it.each([
    ['prometheus-down', 'A', 'down'],
    ['prometheus-parse-error', 'A', 'bad-query'],
    ['prometheus-partial', 'B', 'bad-query'],
    ['elasticsearch-bad-lucene', 'A', 'bad-query'],
    ['elasticsearch-window-too-large', 'A', 'bad-query'],
    ['jaeger-trace-not-found', 'A', 'not-found'],
    ['jaeger-trace-bad-id', 'A', 'bad-query'],
    ['jaeger-search-no-service', 'A', 'bad-query'],
  ])('%s %s is %s', (name, refId, kind) => {
    expect(recordedRef(name, refId)).toMatchObject({ kind, dataSourceUid: 'prom', refId });
  });

  it('says why, in words, without addresses', () => {
    expect(recordedRef('prometheus-down').message).toBe(
      'Data source "Prometheus" is not reachable: connection refused.'
    );
    expect(recordedRef('prometheus-parse-error').message).toBe(
      'Data source "Prometheus" rejected the query: 1:10: parse error: unclosed left parenthesis.'
    );
  });

  it.each([
    ['timeout: query timed out in expression evaluation', 'timeout'],
    ['Post "http://prom/api/v1/query": context deadline exceeded', 'timeout'],
    ['Get "http://es": net/http: request canceled (Client.Timeout exceeded while awaiting headers)', 'timeout'],
    ['Get "http://jaeger/api": dial tcp: lookup jaeger: no such host', 'down'],
    ['Post "http://prom": dial tcp 10.0.0.1:9090: i/o timeout', 'down'],
    ['Post "http://prom/api/v1/query": EOF', 'down'],
    ['unavailable: query engine is shutting down', 'down'],
    ['execution: multiple matches for labels: grouping labels must ensure unique matches', 'bad-query'],
    ['execution: expanding series: context deadline exceeded', 'timeout'],
    ['bad_data: invalid parameter "query": 1:1: parse error: unknown function with name "timeout"', 'bad-query'],
    ['Failed to parse query [message:"permission denied]', 'bad-query'],
    ['request failed: 403 Forbidden', 'no-permission'],
    ['request failed: 503 Service Unavailable', 'down'],
    ['request failed: 504 Gateway Timeout', 'timeout'],
    ['request failed: 500 Internal Server Error', 'unexpected'],
    ['unexpected status code: 502', 'down'],
    ['unexpected status code: 400', 'bad-query'],
    ['unexpected response with status code 401', 'no-permission'],
    ['invalid query, missing metrics and aggregations', 'bad-query'],
    ['something nobody has seen yet', 'unexpected'],
  ])('"%s" is %s', (error, kind) => {
    expect(classifyRef({ error, status: 500 }).kind).toBe(kind);
  });

  it('tells whose credentials were refused', () => {
    expect(classifyRef({ error: 'request failed: 401 Unauthorized' }, context).message).toBe(
      'Data source "Prometheus" refused the credentials that Grafana uses.'
    );
    expect(classifyHttp({ status: 403, body: { message: 'Access denied to data source' } }, context).message).toBe(
      'Data source "Prometheus" may not be queried with your permissions.'
    );
  });

  it('falls back on the status of the refId', () => {
    expect(classifyRef({ error: 'hm', status: 502 }).kind).toBe('down');
    expect(classifyRef({ error: 'hm', status: 400 }).kind).toBe('bad-query');
    expect(classifyRef({ error: 'hm', status: 401 }, context)).toMatchObject({
      kind: 'no-permission',
      message: expect.stringContaining('credentials that Grafana uses'),
    });
  });

  it('classifies any text and never leaves the message empty', () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.integer({ min: 100, max: 599 }), { nil: undefined }), (error, status) => {
        const classified = classifyRef({ error, status }, context);
        expect(classified.message).toContain('Prometheus');
        expect(classified.cause).toBe(error);
      })
    );
  });
});

describe('failed HTTP calls', () => {
  it.each([
    [404, { message: 'Data source not found' }, 'not-found'],
    [500, { message: 'Unable to load datasource meta data' }, 'not-found'],
    [404, { message: 'Unable to find datasource' }, 'not-found'],
    [403, { message: 'Access denied to data source' }, 'no-permission'],
    [401, { message: 'Unauthorized' }, 'no-permission'],
    [400, { message: 'bad request data' }, 'bad-query'],
    [500, 'An error occurred within the plugin', 'down'],
    [500, { message: 'Data source became unavailable during request. Please try again.' }, 'down'],
    [500, { message: 'Internal Server Error - Check the Grafana server logs' }, 'unexpected'],
    [502, '<html><body>Bad gateway</body></html>', 'down'],
    [504, '', 'timeout'],
    [400, { status: 'error', errorType: 'bad_data', error: 'invalid parameter "match[]": 1:2' }, 'bad-query'],
    [400, { data: null, errors: [{ code: 400, msg: "parameter 'service' is required" }] }, 'bad-query'],
    [418, null, 'unexpected'],
  ])('%i %j is %s', (status, body, kind) => {
    expect(classifyHttp({ status, body }, context)).toMatchObject({ kind, status });
  });

  it('tells a missing data source from a missing resource', () => {
    const { status, response } = recording('datasource-unknown');
    expect(classifyHttp({ status, body: response })).toMatchObject({ kind: 'not-found', what: 'data-source' });
    expect(classifyHttp({ status: 404, body: '404 page not found' })).toMatchObject({ what: 'resource' });
  });

  it('tells a session that has ended from a missing permission', () => {
    expect(classifyHttp({ status: 401, body: null }, context).message).toBe(
      'You are not signed in to Grafana any more.'
    );
  });

  it('names who was asked, as far as it is known', () => {
    const failure = { status: 502, body: '' };
    expect(classifyHttp(failure, { dataSourceUid: 'p1' }).message).toBe('Data source "p1" is not reachable.');
    expect(classifyHttp(failure, { subject: 'Grafana' }).message).toBe('Grafana is not reachable.');
    expect(classifyHttp(failure).message).toBe('The server is not reachable.');
  });

  it('has errors of its own for no answer', () => {
    expect(gaveUp(1500, context)).toMatchObject({
      kind: 'timeout',
      message: 'Data source "Prometheus" did not answer within 1.5 s.',
    });
    expect(grafanaUnreachable(new TypeError('Failed to fetch'))).toMatchObject({ kind: 'down' });
  });
});

describe('error texts', () => {
  it('finds the text wherever the server writes it', () => {
    expect(errorText({ errorType: 'timeout', error: 'too slow', message: 'too slow' })).toBe('timeout: too slow');
    expect(errorText({ error: { root_cause: [{ reason: 'cause' }], reason: 'effect' } })).toBe('cause');
    expect(errorText({ error: { reason: 'effect' }, status: 400 })).toBe('effect');
    expect(errorText({ errors: [{ msg: 'jaeger says' }] })).toBe('jaeger says');
    expect(errorText('<!doctype html>')).toBe('the answer is a web page');
    expect(errorText(undefined)).toBe('');
  });

  it('is not sure about anything else', () => {
    expect(classifyText('')).toBeUndefined();
  });
});

describe('being aborted', () => {
  it('is told from everything else', () => {
    expect(isAbortError(abortError())).toBe(true);
    expect([new Error('x'), null, 'AbortError', { name: 'Other' }].some(isAbortError)).toBe(false);
  });
});

describe('errors of panels', () => {
  it('reads them like the same errors of calls', () => {
    expect(classifyPanelError({ refId: 'A', message: 'request failed: 404 Not Found', status: 500 })).toMatchObject({
      kind: 'not-found',
      refId: 'A',
    });
    expect(
      classifyPanelError({ status: 403, data: { message: 'Access denied to data source' } }, context)
    ).toMatchObject({ kind: 'no-permission', dataSourceUid: 'prom' });
    expect(classifyPanelError({})).toMatchObject({ kind: 'unexpected' });
  });
});
