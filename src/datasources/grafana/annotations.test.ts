/** @jest-environment node */
import { fakeGrafana } from '../testing/fakeGrafana';
import { annotationsTagged, DEPLOY_TAG, writeAnnotation } from './index';

jest.mock('@grafana/runtime', () => jest.requireActual('../testing/runtime'));

const ask = () => annotationsTagged({ tag: DEPLOY_TAG, range: { fromMs: 1000, toMs: 9000 } });
const stored = (time: number, changes: object = {}) => ({
  id: time,
  time,
  timeEnd: time,
  text: 'x',
  tags: ['deploy'],
  ...changes,
});

beforeEach(() => fakeGrafana.reset());

describe('annotationsTagged', () => {
  it('asks for annotations, not for alert states, with the tag and in the range', async () => {
    fakeGrafana.answer({ status: 200, body: [] });
    await ask();
    expect(fakeGrafana.requests.map(({ url }) => url)).toEqual([
      '/api/annotations?from=1000&to=9000&tags=deploy&type=annotation&limit=100',
    ]);
  });

  it('reads moments and periods, newest first, as plain text', async () => {
    fakeGrafana.answer({
      status: 200,
      body: [stored(2000, { text: 'pay <b>3.2</b>\n out' }), stored(4000, { timeEnd: 5000 }), { text: 'no time' }],
    });
    expect(await ask()).toEqual({
      ok: true,
      value: [
        { kind: 'mark', timeMs: 4000, endMs: 5000, text: 'x', tags: ['deploy'] },
        { kind: 'mark', timeMs: 2000, text: 'pay 3.2 out', tags: ['deploy'] },
      ],
      warnings: [],
    });
  });

  it('says when there are more', async () => {
    fakeGrafana.answer({ status: 200, body: Array.from({ length: 100 }, (_, index) => stored(index)) });
    expect(await ask()).toMatchObject({ ok: true, warnings: [{ kind: 'truncated', shown: 100 }] });
  });

  it.each([
    [403, { message: 'Access denied' }, 'no-permission'],
    [200, { message: 'hello' }, 'unexpected'],
  ])('classifies %i', async (status, body, kind) => {
    fakeGrafana.answer({ status, body });
    expect(await ask()).toMatchObject({ ok: false, error: { kind } });
  });
});

describe('writeAnnotation', () => {
  const write = (endMs?: number) => writeAnnotation({ timeMs: 1000, endMs, text: 'INC-1', tags: ['incident'] }, {});

  it('writes a moment or a region for the whole organisation, and names it', async () => {
    fakeGrafana.answer({ status: 200, body: { id: 12, message: 'Annotation added' } });
    expect(await write()).toEqual({ ok: true, value: 12, warnings: [] });
    await write(5000);
    expect(fakeGrafana.requests.map(({ method, url, data }) => [method, url, data])).toEqual([
      ['POST', '/api/annotations', { time: 1000, text: 'INC-1', tags: ['incident'] }],
      ['POST', '/api/annotations', { time: 1000, timeEnd: 5000, text: 'INC-1', tags: ['incident'] }],
    ]);
  });

  it('says that the viewer may not', async () => {
    fakeGrafana.answer({ status: 403, body: { message: "You'll need additional permissions" } });
    expect(await write()).toMatchObject({ ok: false, error: { kind: 'no-permission' } });
  });

  it('takes nothing for an annotation that has no id', async () => {
    fakeGrafana.answer({ status: 200, body: [] });
    expect(await write()).toMatchObject({ ok: false, error: { kind: 'unexpected' } });
  });
});
