/** @jest-environment node */
import path from 'node:path';
import type { StackState } from '../state';
import { temporaryFolder } from '../testing';
import { logFiles } from './logs';

const folder = temporaryFolder({ 'jaeger.log': '', 'prometheus.log': '' });
const state: StackState = {
  provider: 'native',
  startedAt: '',
  servers: {
    jaeger: { url: '', log: path.join(folder, 'jaeger.log') },
    prometheus: { url: '', log: path.join(folder, 'prometheus.log') },
    telemetry: { url: '', log: path.join(folder, 'not-yet.log') },
  },
};

test('one log, or every log that exists', () => {
  expect(logFiles(state, 'jaeger')).toEqual([path.join(folder, 'jaeger.log')]);
  expect(logFiles(state, undefined)).toHaveLength(2);
});

test('a name that is none is answered with those that are', () => {
  expect(() => logFiles(state, 'jager')).toThrow(/"jager".*jaeger, prometheus, telemetry/);
});
