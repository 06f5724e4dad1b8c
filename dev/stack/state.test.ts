/** @jest-environment node */
import path from 'node:path';
import { readState, removeState, writeState, type StackState } from './state';
import { temporaryFolder } from './testing';

const state: StackState = {
  provider: 'native',
  startedAt: '2026-01-01T00:00:00.000Z',
  servers: { jaeger: { url: 'http://127.0.0.1:16686', pid: 42, processStart: '7', log: '/tmp/jaeger.log' } },
};

test('what was written is read back, until it is removed', () => {
  const file = path.join(temporaryFolder(), 'deep/state.json');
  expect(readState(file)).toBeUndefined();
  writeState(file, state);
  expect(readState(file)).toEqual(state);
  removeState(file);
  expect(readState(file)).toBeUndefined();
});

test.each([
  ['not JSON', 'half a file', /not readable|expected/i],
  [
    'a pid that is none',
    JSON.stringify({ ...state, servers: { jaeger: { url: 'x', pid: -1 } } }),
    /servers\.jaeger\.pid/,
  ],
])('%s is refused with the file and the place', (_, text, message) => {
  const folder = temporaryFolder({ 'state.json': text });
  const file = path.join(folder, 'state.json');
  expect(() => readState(file)).toThrow(message);
  expect(() => readState(file)).toThrow(file);
});
