import {
  createDataFrame,
  FieldType,
  LoadingState,
  ReducerID,
  type DataQueryRequest,
  type DataSourceApi,
  type PanelData,
} from '@grafana/data';
import { firstValueFrom, lastValueFrom, of, throwError, toArray } from 'rxjs';

import { PreviewBackendSrv } from './backendSrv';
import { runRequest } from './runRequest';
import { timeSeriesTableTransformer } from './timeSeriesTable';

function answer(status: number, body: unknown): Promise<Response> {
  return Promise.resolve({
    ok: status < 400,
    status,
    statusText: '',
    headers: new Map(),
    text: () => Promise.resolve(typeof body === 'string' ? body : JSON.stringify(body)),
  } as unknown as Response);
}

describe('PreviewBackendSrv', () => {
  const fetchMock = jest.fn();
  const service = new PreviewBackendSrv();
  beforeEach(() => {
    fetchMock.mockReset();
    globalThis.fetch = fetchMock as typeof fetch;
  });

  it('appends parameters and sends JSON', async () => {
    fetchMock.mockReturnValue(answer(200, { a: 1 }));
    const response = await firstValueFrom(
      service.fetch({ url: '/api/x?y=1', method: 'POST', params: { z: [1, 2], skip: undefined }, data: { b: 2 } })
    );
    const [url, init] = fetchMock.mock.calls[0] as [string, RequestInit];
    expect(url).toBe('/api/x?y=1&z=1&z=2');
    expect(init).toMatchObject({ method: 'POST', body: '{"b":2}', headers: { 'Content-Type': 'application/json' } });
    expect(response.data).toEqual({ a: 1 });
  });

  it('throws answers of 400 and above with their body, so that partial results survive', async () => {
    fetchMock.mockReturnValue(answer(400, { results: { A: {} } }));
    await expect(firstValueFrom(service.fetch({ url: '/api/ds/query', method: 'POST' }))).rejects.toMatchObject({
      status: 400,
      data: { results: { A: {} } },
    });
  });

  it('makes a message of plain text errors', async () => {
    fetchMock.mockReturnValue(answer(500, 'broken'));
    await expect(firstValueFrom(service.fetch({ url: '/x', showErrorAlert: false }))).rejects.toMatchObject({
      data: { message: 'broken' },
    });
  });

  it('cancels the older of two requests with one id', () => {
    fetchMock.mockReturnValue(new Promise(() => undefined));
    service.fetch({ url: '/x', requestId: 'r' }).subscribe();
    service.fetch({ url: '/x', requestId: 'r' }).subscribe();
    const [first, second] = fetchMock.mock.calls.map(([, init]) => (init as RequestInit).signal?.aborted);
    expect([first, second]).toEqual([true, false]);
  });

  it('aborts when nobody listens any more', () => {
    fetchMock.mockReturnValue(new Promise(() => undefined));
    service.fetch({ url: '/x' }).subscribe().unsubscribe();
    expect((fetchMock.mock.calls[0] as [string, RequestInit])[1].signal?.aborted).toBe(true);
  });
});

describe('runRequest', () => {
  const range = { from: 0, to: 1, raw: {} };
  const request = () => ({ targets: [{ refId: 'A', expr: 'up' }], range }) as unknown as DataQueryRequest;
  const frame = createDataFrame({ refId: 'A', fields: [{ name: 'v', type: FieldType.number, values: [1] }] });
  const run = (query: () => unknown): Promise<PanelData[]> =>
    lastValueFrom(runRequest({ query } as unknown as DataSourceApi, request()).pipe(toArray()));

  it('is done with the frames, annotations apart', async () => {
    const exemplars = { ...frame, meta: { dataTopic: 'annotations' } };
    const [data] = await run(() => of({ data: [frame, exemplars] }));
    expect([data?.state, data?.series.length, data?.annotations?.length]).toEqual([LoadingState.Done, 1, 1]);
  });

  it('keeps good frames beside an error', async () => {
    const [data] = await run(() => of({ data: [frame], error: { message: 'B failed' } }));
    expect([data?.state, data?.series.length, data?.error?.message]).toEqual([LoadingState.Error, 1, 'B failed']);
  });

  it('turns a failure into data', async () => {
    const [data] = await run(() => throwError(() => new Error('no way')));
    expect([data?.state, data?.error?.message]).toEqual([LoadingState.Error, 'no way']);
  });
});

test('time series to table: a row a series, labels as columns, the series as its trend', async () => {
  const series = (job: string, values: number[]) =>
    createDataFrame({
      refId: 'A',
      fields: [
        { name: 'Time', type: FieldType.time, values: values.map((_, index) => index) },
        { name: 'Value', type: FieldType.number, labels: { job }, values },
      ],
    });
  const frames = [series('a', [1, 2]), series('b', [3, 5])];
  const operator = timeSeriesTableTransformer.operator(
    { A: { stat: ReducerID.max } },
    { interpolate: (text: string) => text }
  );
  const [table] = await lastValueFrom(of(frames).pipe(operator));
  expect(table?.fields.map((field) => [field.name, field.type])).toEqual([
    ['job', 'string'],
    ['Trend', 'frame'],
  ]);
  expect(table?.fields[0]?.values).toEqual(['a', 'b']);
  expect((table?.fields[1]?.values as Array<{ value: number }>).map(({ value }) => value)).toEqual([2, 5]);
});
