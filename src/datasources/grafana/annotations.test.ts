/** @jest-environment node */
import { fakeGrafana } from '../testing/fakeGrafana';
import { annotationsTagged, DEPLOY_TAG } from './index';

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
