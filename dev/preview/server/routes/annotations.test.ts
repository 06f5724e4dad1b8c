/** @jest-environment node */
import { startApi, type TestApi } from '../../testdata/upstream';

let app: TestApi;
beforeEach(async () => {
  app = await startApi([]);
});
afterEach(() => app.close());

const write = (payload: object) => app.inject({ method: 'POST', url: '/api/annotations', payload });
const textsOf = async (query: string) =>
  (await app.inject(`/api/annotations?${query}`)).json<Array<{ text: string }>>().map(({ text }) => text);

it('keeps what is written, and finds it by range and tags, newest first', async () => {
  const first = await write({ time: 1000, text: 'first', tags: ['incident', 'system:shop'] });
  expect(first.json()).toEqual({ id: 1, message: 'Annotation added' });
  await write({ time: 2000, timeEnd: 5000, text: 'region', tags: ['incident'] });
  await write({ time: 9000, text: 'deploy', tags: ['deploy'] });
  expect(await textsOf('')).toEqual(['deploy', 'region', 'first']);
  expect(await textsOf('tags=incident')).toEqual(['region', 'first']);
  expect(await textsOf('tags=incident&tags=system:shop')).toEqual(['first']);
  expect(await textsOf('tags=deploy&tags=system:shop&matchAny=true')).toEqual(['deploy', 'first']);
  expect(await textsOf('from=4000&to=8000')).toEqual(['region']);
  expect(await textsOf('limit=1')).toEqual(['deploy']);
});

it('refuses one without text, and deletes', async () => {
  expect((await write({ time: 1 })).statusCode).toBe(400);
  await write({ time: 1, text: 'gone' });
  expect((await app.inject({ method: 'DELETE', url: '/api/annotations/1' })).statusCode).toBe(200);
  expect((await app.inject({ method: 'DELETE', url: '/api/annotations/1' })).statusCode).toBe(404);
  expect(await textsOf('')).toEqual([]);
});
